using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Pumping;

/// <summary>An operator sets the machine's clock, or a virtual machine wakes with an old one: what is to be shown now is shown now.</summary>
public sealed class AClockThatStepsBack : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-clock-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    private SqliteStore _store = null!;
    private FrontDesk _desk = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "interviews.db"), _clock);
        _desk = new FrontDesk(_store, _store, _store, _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(true);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(24 * 60)]
    public async Task The_card_follows_each_act_at_once(int minutes)
    {
        var interview = await _desk.Begun();
        await _desk.Shown();
        _clock.AdjustTime(_clock.GetUtcNow().AddMinutes(-minutes));
        for (var act = 0; act < 3; act++)
        {
            Assert.True((await _desk.Types("next")).Accepted);
            await _desk.Shown();
            var shown = await _store.Surface(interview.Id, "prompt", TestContext.Current.CancellationToken);
            Assert.Equal((await _desk.Current()).Seq, shown?.DrawnSeq);
        }
    }

    [Fact]
    public async Task The_word_card_brings_it_down_once()
    {
        var interview = await _desk.Begun();
        await _desk.Shown();
        _clock.AdjustTime(_clock.GetUtcNow().AddMinutes(-2));
        var before = await _store.Surface(interview.Id, "prompt", TestContext.Current.CancellationToken);
        await _desk.Types("card");
        await _desk.Shown();
        var down = await _store.Surface(interview.Id, "prompt", TestContext.Current.CancellationToken);
        Assert.Equal(before!.Gen + 1, down?.Gen);
        await _desk.Types("a note");
        await _desk.Shown();
        var noted = await _store.Surface(interview.Id, "prompt", TestContext.Current.CancellationToken);
        Assert.Equal(down!.Gen, noted?.Gen);
    }

    [Fact]
    public async Task The_board_comes_with_the_beginning()
    {
        await _desk.Prepared();
        await _desk.Shown();
        _clock.AdjustTime(_clock.GetUtcNow().AddDays(-1));
        await _desk.Types("begin");
        await _desk.Shown();
        Assert.Single(_desk.Channel.Messages(FrontDesk.Hiring));
    }
}
