using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Receiving;

/// <summary>A damaged last event, or one of a newer release: that interview is said to be unreadable, and takes nobody along.</summary>
public sealed class AnInterviewThatCannotBeRead : IAsyncLifetime
{
    private static readonly Place Dm = FrontDesk.Dm(FrontDesk.Ana);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-broken-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    private readonly FakeChannel _channel = new();
    private SqliteStore _store = null!;
    private FrontDesk _desk = null!;
    private Interview _broken = null!;

    public async ValueTask InitializeAsync()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "interviews.db"), _clock);
        _broken = await Desk().Begun();
        await _desk.Shown();
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(true);
    }

    public static TheoryData<string> Damages =>
        ["[{", "null", "[null]", """[{"$type":"from-the-future"}]""", "[{}]", "7"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task It_is_said_and_lists_and_new_starts_go_on(string damage)
    {
        await Break(damage);
        foreach (var typed in (string[])["a note", "next", "status of the art"])
            Assert.Equal((true, Sentences.Unreadable("en")), await Answer(typed));
        var pressed = await _desk.Presses(new Press(_broken.Id, Presses.Verbs.Next));
        Assert.Equal((true, Sentences.Unreadable("en")), (pressed.Accepted, pressed.Text));
        Assert.Contains("Lin", (await _desk.Types("list")).Text, StringComparison.Ordinal);

        var started = await _desk.Types("start backend for Grace");
        Assert.True(started.Accepted);
        Assert.NotEqual(Sentences.Unreadable("en"), started.Text);
        await _desk.Types("begin");
        Assert.Null((await _desk.Types("a note")).Text);
        Assert.Equal("a note", Assert.Single((await _desk.Current()).LivingNotes).Text);
        Assert.Equal([_broken.Id], _desk.Interviews.Unreadable.Streams);
    }

    [Fact]
    public async Task Its_card_holds_up_no_other_card_of_its_person()
    {
        await Break("[{");
        Assert.Null((await _desk.Types("start backend for Grace")).Text);
        await _desk.Shown();
        Assert.Contains(_channel.Texts(Dm), t => t.Contains("Grace", StringComparison.Ordinal));
    }

    private async Task Break(string damage)
    {
        var head = await _store.HeadSeq(_broken.Id, TestContext.Current.CancellationToken);
        ImmutableArray<OutboxEntry> wake = [new(Dm.Lane, OutboxKind.Draw, 0, "prompt", _clock.GetUtcNow(), null)];
        await _store.Commit(new Commit(_broken.Id, head, _clock.GetUtcNow(), "damage", damage, wake, []));
        Desk(); // as after a restart: nobody remembers it
        for (var line = 0; line < 3; line++)
            await _desk.Types("help"); // the new desk counts its messages anew, and the first ones were said before
    }

    private async Task<(bool, string?)> Answer(string typed)
    {
        var reply = await _desk.Types(typed);
        return (reply.Accepted, reply.Text);
    }

    private FrontDesk Desk() => _desk = new FrontDesk(_store, _store, _store, _clock, _channel);
}
