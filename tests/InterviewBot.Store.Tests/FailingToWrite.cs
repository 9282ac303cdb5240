using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
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

        var failed = await Assert.ThrowsAsync<StoreFailedException>(() =>
            writer.Write<int>(_ => throw new SqliteException("full", Full))
        );
        Assert.Equal(StoreTrouble.DiskFull, failed.Trouble);
        Assert.True(writer.IsFailing);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            writer.Write<int>(_ => throw new InvalidOperationException())
        );
        Assert.True(writer.IsFailing);

        await writer.Write(_ => 1);
        Assert.False(writer.IsFailing);
        await writer.Stop();
    }

    [Fact]
    public async Task Nothing_is_taken_while_the_file_is_gone_and_all_is_well_when_it_is_back()
    {
        var file = Path.Combine(folder.FullName, "interviews.db");
        var away = Path.Combine(folder.FullName, "away.db");
        await using var store = SqliteStore.Open(file, TimeProvider.System);
        await store.Commit(Make.Commit(new StreamId(1), 0));
        Assert.Equal(StoreTrouble.None, await store.Trouble(TestContext.Current.CancellationToken));

        File.Move(file, away);
        Assert.Equal(StoreTrouble.FileGone, await store.Trouble(TestContext.Current.CancellationToken));
        var failed = await Assert.ThrowsAsync<StoreFailedException>(() =>
            store.Commit(Make.Commit(new StreamId(1), 1))
        );
        Assert.Equal(StoreTrouble.FileGone, failed.Trouble);

        File.Move(away, file);
        Assert.Equal(StoreTrouble.None, await store.Trouble(TestContext.Current.CancellationToken));
        Assert.Equal(CommitOutcome.Won, await store.Commit(Make.Commit(new StreamId(1), 1)));
    }
}
