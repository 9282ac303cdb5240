using System.Globalization;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Receiving;

/// <summary>Tells a person, in one message, what became of the lines that the bot read late: which words were not carried out, what was not kept.</summary>
internal sealed class LateNews(People people, PrivateAnswers answers, TimeProvider clock)
{
    private const int Named = 10;

    // Who hears of it a day later cannot make any use of it.
    private static readonly TimeSpan News = TimeSpan.FromDays(1);

    public async Task Tell(
        Workspace ours,
        string user,
        string channel,
        IReadOnlyList<(DateTimeOffset At, Reply Reply)> late
    )
    {
        var since = clock.GetUtcNow() - News;
        var fresh = late.Where(l => l.At > since).ToList();
        var words = fresh.Where(l => l.Reply.Late?.Word is not null).ToList();
        var lost = fresh.Where(l => l.Reply is { Late: { Word: null } } or { Refused: not null }).ToList();
        if (words.Count + lost.Count == 0)
            return;
        var by = await people.Of(ours, user, null);
        var texts = SlackTexts.In(by.Language);
        var said = new List<string>();
        if (words.Count > 0)
            said.Add(
                texts.With(
                    "late-words",
                    List(words.Select(w => $"{Clock(w.At, by.Zone)} {w.Reply.Late!.Word}"), words.Count, texts)
                )
            );
        if (lost.Count > 0)
            said.Add(texts.With("late-lines", List(lost.Select(l => Clock(l.At, by.Zone)), lost.Count, texts)));
        answers.Say(ours, user, channel, null, string.Join('\n', said));
    }

    private static string List(IEnumerable<string> items, int count, SlackTexts texts)
    {
        var named = string.Join(", ", items.Take(Named));
        return count > Named ? $"{named} {texts.With("rest", count - Named)}" : named;
    }

    private static string Clock(DateTimeOffset at, string zone) =>
        (
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(at, known) : at
        ).ToString("HH:mm", CultureInfo.InvariantCulture);
}
