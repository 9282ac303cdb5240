using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Pumping;

/// <summary>The whole way on SQLite: words and presses in, rules, log and outbox in one file, cards out.</summary>
public sealed class OnTheRealStore : IAsyncLifetime
{
    private static readonly Place Dm = FrontDesk.Dm(FrontDesk.Ana);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-pump-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    private readonly FakeChannel _channel = new();
    private readonly Shelf _shelf = new Shelf().With("backend", "Backend Python");
    private SqliteStore _store = null!;
    private FrontDesk _desk = null!;

    public ValueTask InitializeAsync()
    {
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(true);
    }

    [Fact]
    public async Task One_interview_from_start_to_the_summary()
    {
        await _desk.Types("start backend for Lin");
        await _desk.Shown();
        Assert.Empty(_channel.Messages(FrontDesk.Hiring));
        await _desk.Types("begin");
        await _desk.Shown();
        var board = Assert.Single(_channel.Messages(FrontDesk.Hiring));

        for (var i = 0; i < 10 && (await _desk.Current()).Spot.Question is not null; i++)
        {
            await _desk.Types($"note {i}");
            await _desk.Types("next");
            await _desk.Shown();
        }
        var interview = await _desk.Current();
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Finish, null, "all-covered"));
        await _desk.Reception.Pressed(
            FrontDesk.Ana,
            Dm,
            new Press(interview.Id, Presses.Verbs.Recommend),
            "Yes",
            null,
            new Cause("r")
        );
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Preview, null, "open"));
        Assert.Null((await _desk.Presses(new Press(interview.Id, Presses.Verbs.Submit))).Text);
        await _desk.Shown();

        var hiring = _channel.Messages(FrontDesk.Hiring);
        Assert.Equal(2, hiring.Count);
        Assert.Equal(board.Ref, hiring[1].Parent);
        Assert.Single(_channel.Messages(new Place("fake", "local", "dm-recruiter")));
        Assert.Empty(await Due());
        Assert.Equal(0, _channel.Overlaps);
    }

    [Fact]
    public async Task Words_alone_bring_the_card_down_and_leave_lines_behind()
    {
        await _desk.Begun();
        await _desk.Shown();
        for (var i = 0; i < 4; i++)
        {
            await _desk.Types("next");
            await _desk.Shown();
        }
        var texts = _channel.Texts(Dm);
        Assert.Equal(2, texts.Count);
        Assert.StartsWith("(", texts[0], StringComparison.Ordinal);
        Assert.False(texts[1].StartsWith('('));
    }

    [Fact]
    public async Task A_restart_between_sending_and_recording_posts_nothing_twice()
    {
        await _desk.Types("start backend for Lin");
        _channel.Afterwards = _ => throw new IOException("killed");
        await _desk.Shown();
        Assert.Single(_channel.Messages(Dm));
        _channel.Afterwards = null;

        await Reopen();
        _clock.Advance(TimeSpan.FromSeconds(3));
        await _desk.Types("begin");
        await _desk.Shown();
        Assert.Single(_channel.Messages(Dm));
        Assert.Equal([1, 1], _channel.Posts.Where(p => p.Surface == "prompt").Select(p => p.Gen));
        Assert.Empty(await Due());
    }

    [Fact]
    public async Task Each_restart_between_any_two_steps_ends_with_one_card_that_shows_the_head()
    {
        await _desk.Begun();
        for (var round = 0; round < 8; round++)
        {
            var calls = 0;
            var dies = round % 3;
            _channel.Afterwards = _ => calls++ == dies ? throw new IOException("killed") : Task.CompletedTask;
            await _desk.Types("a note");
            await _desk.Types(round % 2 == 0 ? "next" : "undo");
            await _desk.Types("card");
            await _desk.Shown();
            _channel.Afterwards = null;
            await Reopen();
            _clock.Advance(TimeSpan.FromMinutes(6));
            await _desk.Shown();

            var messages = _channel.Texts(Dm);
            Assert.Single(messages, m => !m.StartsWith('('));
            Assert.Empty(await Due());
        }
    }

    [Fact]
    public async Task A_sender_frozen_past_its_lease_does_not_have_the_last_word()
    {
        await _desk.Begun();
        await _desk.Shown();
        var frozen = Desk(new FakeTimeProvider(_clock.GetUtcNow()), store: _store);
        var (reached, thaw) = (new TaskCompletionSource(), new TaskCompletionSource());
        _channel.Instead = async (_, place, _, _) =>
        {
            if (place != Dm)
                return null;
            _channel.Instead = null;
            reached.SetResult();
            await thaw.Task;
            return null;
        };
        await _desk.Types("candidate Frozen Name");
        var sending = frozen.Pump.RunUntilIdle(TestContext.Current.CancellationToken);
        await reached.Task;
        _clock.Advance(TimeSpan.FromSeconds(21));
        await _desk.Types("candidate Newest Name");
        await _desk.Shown();
        Assert.Contains("Newest Name", _channel.Texts(Dm).Single(), StringComparison.Ordinal);
        thaw.SetResult();
        await sending;
        Assert.Contains(_channel.Calls, c => c.Contains("Frozen Name", StringComparison.Ordinal));
        await _desk.Shown();
        Assert.Contains("Newest Name", _channel.Texts(Dm).Single(), StringComparison.Ordinal);
        Assert.Empty(await Due());
    }

    [Fact]
    public async Task A_dead_place_keeps_its_rows_over_a_restart_and_goes_on_once_revived()
    {
        _channel.Instead = (_, place, _, _) =>
            Task.FromResult<SendResult?>(place == FrontDesk.Hiring ? new SendResult.PlaceFault("gone") : null);
        await _desk.Begun();
        await _desk.Shown();
        Assert.Contains("gone", (await _desk.Types("a note")).Text, StringComparison.Ordinal);
        _channel.Instead = null;
        await Reopen();
        await _desk.Shown();
        Assert.Empty(_channel.Messages(FrontDesk.Hiring));
        await _store.Revive(FrontDesk.Hiring.Lane);
        await _desk.Shown();
        Assert.Single(_channel.Messages(FrontDesk.Hiring));
    }

    [Fact]
    public async Task Forgetting_takes_every_message_away_the_lines_left_behind_too()
    {
        var interview = await _desk.Begun();
        await _desk.Shown();
        await _desk.Types("card");
        await _desk.Shown();
        Assert.Equal(2, _channel.Messages(Dm).Count);
        await _store.Erase(interview.Id, _clock.GetUtcNow());
        await Reopen();
        await _desk.Shown();
        Assert.Empty(_channel.Messages(Dm));
        Assert.Empty(await Due());
    }

    private void Open()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "interviews.db"), _clock);
        _desk = Desk(_clock, _store);
    }

    private FrontDesk Desk(FakeTimeProvider clock, SqliteStore store) =>
        new(store, store, store, clock, _channel, _shelf);

    private async Task Reopen()
    {
        await _store.DisposeAsync();
        Open();
    }

    private async Task<IReadOnlyList<string>> Due()
    {
        var leases = await _store.Take(100, TimeSpan.FromSeconds(1), CancellationToken.None);
        foreach (var lease in leases)
            await _store.Release(lease);
        return [.. leases.Select(l => l.Lane)];
    }
}
