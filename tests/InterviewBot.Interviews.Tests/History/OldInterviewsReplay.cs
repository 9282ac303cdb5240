using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using Xunit;

namespace InterviewBot.Interviews.Tests.History;

/// <summary>
/// What a company stored with an earlier release leads to the same state for ever. A test that fails here says that interviews which are
/// stored already would read differently, or not at all: add an event or an optional member instead.
/// </summary>
public sealed class OldInterviewsReplay
{
    private const string Now = "0.1";

    public static TheoryData<string> Logs =>
        [
            .. Directory
                .EnumerateFiles(StoredHistory.Folder("."), "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(StoredHistory.Folder("."), file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Logs))]
    public void To_the_state_that_was_approved(string log)
    {
        var file = Path.Combine(StoredHistory.Folder("."), log);
        var state = StateText.Of(StoredHistory.Replay(file));
        var approved = Path.ChangeExtension(file, ".state.txt");
        if (StoredHistory.Approves)
            File.WriteAllText(approved, state);
        Assert.True(File.Exists(approved), $"{log} has no approved state: look at it with APPROVE=1.");
        Assert.Equal(File.ReadAllText(approved), state);
    }

    [Fact]
    public void Those_of_today_are_kept()
    {
        foreach (var (name, table) in Scenes.Interviews())
        {
            var file = Path.Combine(StoredHistory.Folder(Now), name + ".json");
            if (StoredHistory.Approves && !File.Exists(file))
                StoredHistory.Keep(file, table.Log);
            Assert.True(File.Exists(file), $"{name} has no history: write it with APPROVE=1.");
        }
    }

    [Fact]
    public void Every_event_stands_in_one()
    {
        var stored = Directory
            .EnumerateFiles(StoredHistory.Folder("."), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => StoredHistory.Read(file))
            .SelectMany(line => EventJson.ReadInterview(line.Events))
            .Select(e => e.GetType())
            .ToHashSet();
        var missing = StoredForm.Aliases(typeof(InterviewEvent)).Where(a => !stored.Contains(a.Type));
        // The tombstone is written by the store's Erase, over a log that is gone.
        Assert.Equal(["forgotten"], missing.Select(a => a.Alias));
    }
}
