using Xunit;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>Waits for what has to come, for as long as a busy machine may need.</summary>
public static class Until
{
    public static async Task True(Func<bool> happened)
    {
        for (var i = 0; i < 6_000; i++)
        {
            if (happened())
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
        Assert.Fail("Waited in vain.");
    }
}
