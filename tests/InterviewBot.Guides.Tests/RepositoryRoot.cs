namespace InterviewBot.Guides.Tests;

internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    /// <summary>The document the product grew from; it lies beside the repository where it was built, and nowhere else.</summary>
    public static string Seed => System.IO.Path.Combine(Path, "..", "shared", "seeds", "backend-interview-flow.zh.md");

    private static string Find()
    {
        for (
            var folder = AppContext.BaseDirectory;
            folder is not null;
            folder = System.IO.Path.GetDirectoryName(folder)
        )
        {
            if (File.Exists(System.IO.Path.Combine(folder, "InterviewBot.sln")))
                return folder;
        }
        throw new DirectoryNotFoundException("InterviewBot.sln is not above the tests");
    }
}
