using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Loops;
using Xunit;

namespace InterviewBot.Interviews.Tests.History;

public sealed class TheStoredNames
{
    [Fact]
    public void Are_those_that_were_approved()
    {
        var form = StoredForm.Of(
            typeof(InterviewEvent),
            typeof(LoopEvent),
            typeof(InterviewCommand),
            typeof(LoopCommand)
        );
        var file = Path.Combine(StoredHistory.Folder("."), "stored-names.txt");
        if (StoredHistory.Approves)
            File.WriteAllText(file, form);
        Assert.True(
            File.ReadAllText(file) == form,
            "Names under which events and commands are stored have changed. A line that is new is fine: approve it with APPROVE=1. One that "
                + "is gone or reads differently means that what companies have stored can no longer be read: keep the name, or add an "
                + "optional member beside it."
        );
    }
}
