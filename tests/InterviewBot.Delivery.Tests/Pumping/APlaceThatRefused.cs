using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;
using InterviewBot.Store.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Delivery.Tests.Pumping;

/// <summary>A place that refused once is not dead for ever: it is tried when somebody acts there, at a start, and every hour.</summary>
public sealed class APlaceThatRefused : IAsyncLifetime
{
    private static readonly Place Dm = FrontDesk.Dm(FrontDesk.Ana);
    private static readonly Place Recruiter = new("fake", "local", "dm-recruiter");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interviewbot-refused-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 14, 0, 0, TimeSpan.Zero));
    private readonly FakeChannel _channel = new();
    private readonly HashSet<Place> _shut = [];
    private SqliteStore _store = null!;
    private FrontDesk _desk = null!;

    public ValueTask InitializeAsync()
    {
        _channel.Instead = (_, place, _, _) =>
            Task.FromResult<SendResult?>(_shut.Contains(place) ? new SendResult.PlaceFault("archived") : null);
        Open();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(true);
    }

    [Theory]
    [InlineData("a note")]
    [InlineData("next")]
    [InlineData("card")]
    [InlineData("help")]
    public async Task Ones_own_chat_is_tried_with_the_next_word_there(string word)
    {
        _shut.Add(Dm);
        await _desk.Begun();
        await _desk.Shown();
        Assert.Empty(_channel.Messages(Dm));
        _shut.Clear();
        await _desk.Types(word);
        await _desk.Shown();
        Assert.NotEmpty(_channel.Messages(Dm));
    }

    [Fact]
    public async Task Ones_own_chat_is_tried_with_the_next_press_there()
    {
        _shut.Add(Dm);
        var interview = await _desk.Begun();
        await _desk.Shown();
        _shut.Clear();
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Pause));
        await _desk.Shown();
        Assert.NotEmpty(_channel.Messages(Dm));
    }

    [Fact]
    public async Task A_channel_is_tried_when_the_card_is_called_for()
    {
        await ShutHiring();
        await _desk.Types("card");
        await _desk.Shown();
        Assert.Single(_channel.Messages(FrontDesk.Hiring));
    }

    [Fact]
    public async Task A_channel_is_tried_with_the_next_interview_of_anybody_there()
    {
        await ShutHiring();
        await _desk.Begun(FrontDesk.Bo);
        await _desk.Shown();
        Assert.Equal(2, _channel.Messages(FrontDesk.Hiring).Count);
    }

    [Fact]
    public async Task A_channel_is_tried_within_the_hour_without_anybody()
    {
        await ShutHiring();
        _clock.Advance(TimeSpan.FromMinutes(59));
        await _desk.Shown();
        Assert.Empty(_channel.Messages(FrontDesk.Hiring));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _desk.Shown();
        Assert.Single(_channel.Messages(FrontDesk.Hiring));
    }

    [Fact]
    public async Task A_start_of_the_process_tries_every_place_the_waiting_ones_too()
    {
        await ShutHiring();
        _channel.Instead = (_, place, _, _) =>
            Task.FromResult<SendResult?>(place == Dm ? new SendResult.Retry(TimeSpan.FromMinutes(5)) : null);
        await _desk.Types("candidate Ada");
        await _desk.Shown();
        _channel.Instead = null;
        await _store.DisposeAsync();
        Open();
        using var stopping = new CancellationTokenSource();
        var shown = new TaskCompletionSource();
        _channel.Afterwards = _ =>
        {
            if (
                _channel.Messages(FrontDesk.Hiring).Count == 1
                && _channel.Texts(Dm).Any(t => t.Contains("Ada", StringComparison.Ordinal))
            )
                shown.TrySetResult();
            return Task.CompletedTask;
        };
        var running = _desk.Pump.Run(stopping.Token);
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stopping.CancelAsync();
        await running;
        Assert.Single(_channel.Messages(FrontDesk.Hiring));
    }

    [Fact]
    public async Task One_outage_is_told_once_and_the_next_one_again()
    {
        _shut.Add(FrontDesk.Hiring);
        await _desk.Begun();
        await _desk.Shown();
        Assert.Equal(Sentences.PlaceTrouble("archived", "en"), (await _desk.Types("a note")).Text);
        _clock.Advance(TimeSpan.FromHours(2));
        await _desk.Shown();
        Assert.Null((await _desk.Types("another note")).Text);

        _shut.Clear();
        await _desk.Types("card");
        await _desk.Shown();
        Assert.Null((await _desk.Types("a third note")).Text);
        _shut.Add(FrontDesk.Hiring);
        await Rename("Grace Hopper");
        await _desk.Shown();
        Assert.Contains(
            Sentences.PlaceTrouble("archived", "en"),
            (await _desk.Types("a fourth note")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everybody_whose_cards_wait_there_is_told()
    {
        _shut.Add(FrontDesk.Hiring);
        await _desk.Begun();
        await _desk.Begun(FrontDesk.Bo);
        await _desk.Shown();
        var sentence = Sentences.PlaceTrouble("archived", "en");
        Assert.Equal(sentence, (await _desk.Types("a note")).Text);
        Assert.Equal(sentence, (await _desk.Types("a note", FrontDesk.Bo)).Text);
    }

    [Fact]
    public async Task The_sentence_is_about_the_place_that_refused()
    {
        _shut.Add(Dm);
        await _desk.Begun();
        await _desk.Shown();
        Assert.Contains(
            Sentences.ChatTrouble("archived", "en"),
            (await _desk.Types("a note")).Text,
            StringComparison.Ordinal
        );
        _shut.Clear();
        _shut.Add(Recruiter);
        await Rename("Grace Hopper");
        await _desk.Shown();
        var told = (await _desk.Types("a note")).Text;
        Assert.Contains(Sentences.RecruiterTrouble("archived", "en"), told, StringComparison.Ordinal);
        Assert.DoesNotContain("“channel”", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_kept_waiting_for_68_years()
    {
        _channel.Instead = (_, place, _, _) =>
            Task.FromResult<SendResult?>(
                place == Dm ? new SendResult.Retry(TimeSpan.FromSeconds(int.MaxValue), Gates.Post) : null
            );
        await _desk.Begun();
        await _desk.Shown();
        _channel.Instead = null;
        _clock.Advance(TimeSpan.FromMinutes(11));
        await _desk.Shown();
        Assert.Single(_channel.Messages(Dm));
        Assert.Single(_channel.Messages(FrontDesk.Hiring));
    }

    [Fact]
    public async Task No_card_says_that_something_is_where_it_could_not_be_sent_and_it_says_so_once_it_is()
    {
        await _desk.Begun();
        await _desk.Shown();
        _shut.Add(FrontDesk.Hiring);
        _shut.Add(Recruiter);
        await Submit();
        Assert.Contains("It goes to the thread in", Card, StringComparison.Ordinal);
        Assert.DoesNotContain("It is in the thread", Card, StringComparison.Ordinal);
        Assert.DoesNotContain("has it", Card, StringComparison.Ordinal);

        _shut.Remove(FrontDesk.Hiring);
        _clock.Advance(TimeSpan.FromHours(1));
        await _desk.Shown();
        Assert.Contains("It is in the thread in", Card, StringComparison.Ordinal);
        Assert.Contains("It goes to the recruiter.", Card, StringComparison.Ordinal);

        _shut.Clear();
        _clock.Advance(TimeSpan.FromHours(1));
        await _desk.Shown();
        Assert.Contains("the recruiter has it, too.", Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_candidate_who_did_not_come_the_recruiter_is_told_before_the_card_says_so()
    {
        var interview = await _desk.Prepared();
        await _desk.Shown();
        _shut.Add(Recruiter);
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.NoShow));
        await _desk.Shown();
        Assert.Contains("The recruiter will be told.", Card, StringComparison.Ordinal);
        _shut.Clear();
        _clock.Advance(TimeSpan.FromHours(1));
        await _desk.Shown();
        Assert.Contains("The recruiter is told.", Card, StringComparison.Ordinal);
    }

    private string Card => _channel.Texts(Dm)[^1];

    // Changes what every place shows.
    private async Task Rename(string name)
    {
        var asked = await _desk.Types($"candidate {name}");
        await _desk.Presses(((ButtonAction)asked.Card!.Actions[0]).Press);
    }

    private async Task Submit()
    {
        var interview = await _desk.Current();
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Finish, null, "all-covered"));
        var recommend = new Press(interview.Id, Presses.Verbs.Recommend);
        await _desk.Reception.Pressed(FrontDesk.Ana, Dm, recommend, "Yes", null, new Cause("r"));
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Preview, null, "open"));
        await _desk.Presses(new Press(interview.Id, Presses.Verbs.Submit));
        await _desk.Shown();
    }

    private async Task ShutHiring()
    {
        _shut.Add(FrontDesk.Hiring);
        await _desk.Begun();
        await _desk.Shown();
        Assert.Empty(_channel.Messages(FrontDesk.Hiring));
        _shut.Clear();
        await _desk.Shown();
        Assert.Empty(_channel.Messages(FrontDesk.Hiring));
    }

    private void Open()
    {
        _store = SqliteStore.Open(Path.Combine(_folder.FullName, "interviews.db"), _clock);
        _desk = new FrontDesk(_store, _store, _store, _clock, _channel);
    }
}
