using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewBot.Rehearsing;

/// <summary>
/// An interview in the terminal: the same reception, rules, store and cards as in a chat, on a data file of its own that is deleted at the
/// end. A line is what would be typed in the chat; a colon and a number presses what stands under that number.
/// </summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private static readonly PersonId You = new(TerminalHouse.Channel, "local", "you");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-rehearsal-");
    private readonly SqliteStore _store;
    private readonly InterviewDesk _desk;
    private readonly Reception _reception;
    private readonly Speaker _speaker;
    private readonly Place _place;
    private readonly RehearsalTexts _texts;
    private readonly Screen _screen;
    private int _lines;

    private Rehearsal(Guide guide, string text, string language, TextWriter output)
    {
        var clock = TimeProvider.System;
        _texts = RehearsalTexts.In(language);
        _screen = new Screen(output, _texts);
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "rehearsal.db"), clock);
        _desk = new InterviewDesk(_store, new PinnedGuides(_store), _store, clock);
        var house = new TerminalHouse();
        _place = house.Dm(You);
        _speaker = new Speaker(You, _texts["you"], language, TimeZoneInfo.Local.Id, "local");
        _reception = new Reception(
            _desk,
            _store,
            new OneGuide(new ShelvedGuide(new GuideText(guide.Hash, guide.Name, text), guide)),
            house,
            _store,
            clock,
            NullLogger<Reception>.Instance
        );
    }

    public static async Task Run(
        Guide guide,
        string text,
        int? minutes,
        string language,
        TextReader input,
        TextWriter output,
        CancellationToken ct
    )
    {
        await using var rehearsal = new Rehearsal(guide, text, language, output);
        await rehearsal.Run(guide, minutes, input, ct);
    }

    private async Task Run(Guide guide, int? minutes, TextReader input, CancellationToken ct)
    {
        _screen.Say(_texts["welcome"]);
        Show(
            await _reception.StartForm(
                _speaker,
                _place,
                guide.Name,
                null,
                minutes,
                "rehearsal",
                new Cause("rehearse:0")
            )
        );
        while (await Draw(ct) && await input.ReadLineAsync(ct) is { } line)
        {
            if (line.Trim() is ":q" or "：q")
                break;
            await Take(line);
        }
        _screen.Say(_texts["goodbye"]);
    }

    /// <returns>Whether there is anything more to do.</returns>
    private async Task<bool> Draw(CancellationToken ct)
    {
        if (await View(ct) is not { } view)
            return false;
        if (Drawings.Of(Surfaces.Prompt, view, TimeProvider.System.GetUtcNow()) is Drawing.Shown shown)
            _screen.Show(shown.Card);
        return view.Interview.Phase is Phase.Preparing or Phase.Running or Phase.Paused or Phase.Finished;
    }

    private async Task Take(string line)
    {
        var cause = new Cause(string.Create(CultureInfo.InvariantCulture, $"rehearse:{++_lines}"));
        if (Pressing.Read(line, _screen.Card) is not { } pressing)
        {
            Show(
                await _reception.Typed(
                    new TypedLine(
                        _speaker,
                        _place,
                        true,
                        _lines.ToString(CultureInfo.InvariantCulture),
                        line,
                        TimeProvider.System.GetUtcNow(),
                        null,
                        false,
                        cause
                    )
                )
            );
            return;
        }
        switch (pressing)
        {
            case Pressing.Unknown:
                _screen.Say(_texts["unknown-number"]);
                break;
            case Pressing.Opens menu:
                _screen.Open(menu.Number, menu.Menu);
                break;
            case Pressing.NeedsText needs:
                _screen.Say(_texts.With("needs-text", needs.Label, needs.Number));
                break;
            case Pressing.Pressed pressed:
                Show(await _reception.Pressed(_speaker, _place, pressed.Press, pressed.Value, pressed.Text, cause));
                break;
        }
    }

    private void Show(Reply reply)
    {
        if (reply.Text is { Length: > 0 } text)
            _screen.Say(text);
        if (reply.Card is { } card)
            _screen.ShowAside(card);
    }

    private async ValueTask<InterviewBot.Interviews.Views.InterviewView?> View(CancellationToken ct)
    {
        _interview ??= (await _store.Find(ReadRowKinds.Focus, You.ToString(), ct))?.Stream;
        return _interview is { } id ? await _desk.View(id, ct) : null;
    }

    private StreamId? _interview;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private sealed class OneGuide(ShelvedGuide guide) : IGuideShelf
    {
        public IReadOnlyList<ShelvedGuide> Guides { get; } = [guide];
    }
}
