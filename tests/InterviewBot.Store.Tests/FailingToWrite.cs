using InterviewBot.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace InterviewBot.Store.Tests;

/// <summary>Who asks whether the store can write is not told by a job that failed on its own.</summary>
public sealed class FailingToWrite : IDisposable
{
    private const int Full = 13;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("failing-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Only_a_write_that_succeeds_ends_the_failing()
    {
        using var db = Connection.ToWrite(Path.Combine(folder.FullName, "interviews.db"));
        var writer = new Writer(db, 10, NullLogger.Instance);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.Write<int>(_ => throw new InvalidOperationException())
        );
        Assert.False(writer.IsFailing);

        await Assert.ThrowsAsync<SqliteException>(() =>
            writer.Write<int>(_ => throw new SqliteException("full", Full))
        );
        Assert.True(writer.IsFailing);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.Write<int>(_ => throw new InvalidOperationException())
        );
        Assert.True(writer.IsFailing);

        await writer.Write(_ => 1);
        Assert.False(writer.IsFailing);
        await writer.Stop();
    }
}
