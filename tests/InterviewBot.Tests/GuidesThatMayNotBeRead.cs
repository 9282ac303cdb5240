using InterviewBot.Hosting;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>A folder of guides without the right to read it ends the start with one sentence, not each request with a stack.</summary>
public sealed class GuidesThatMayNotBeRead : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("right-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Root may read everything, so the refusal of the system is ours here.</summary>
    [Fact]
    public void End_the_start_with_a_sentence()
    {
        var why = Assert.Throws<CannotStart>(() =>
            GuideFolderRight.Check(_folder.FullName, _ => throw new UnauthorizedAccessException("access denied"))
        );
        Assert.Equal(why.Message, Assert.Single(CannotStart.Sentences(why)!));
        Assert.Contains($"{_folder.FullName} cannot be read", why.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("access denied", why.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_told_too()
    {
        var file = Path.Combine(_folder.FullName, "g.md");
        File.WriteAllText(file, "# G");
        Assert.Contains(
            "is a file",
            Assert.Throws<CannotStart>(() => GuideFolderRight.Check(file)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_that_can_be_read_or_is_still_missing_is_fine()
    {
        GuideFolderRight.Check(_folder.FullName);
        GuideFolderRight.Check(Path.Combine(_folder.FullName, "later"));
    }
}
