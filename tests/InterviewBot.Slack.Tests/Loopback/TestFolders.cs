using InterviewBot.Slack.Tests.Loopback;

[assembly: AssemblyFixture(typeof(TestFolders))]

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Folders of this run, all below one that goes with it: stores hold names, and a machine is not filled by testing.</summary>
public sealed class TestFolders : IDisposable
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("interviewbot-slack-");
    private static int made;

    public static string New() => Root.CreateSubdirectory($"{Interlocked.Increment(ref made)}").FullName;

    public void Dispose() => Root.Delete(recursive: true);
}
