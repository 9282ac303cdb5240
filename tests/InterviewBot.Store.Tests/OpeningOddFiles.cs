using InterviewBot.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace InterviewBot.Store.Tests;

/// <summary>What lies where the store should be is told apart before anything is written to it.</summary>
public sealed class OpeningOddFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("odd-files-");

    private string File => Path.Combine(_folder.FullName, "interviews.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("CREATE TABLE songs (title)")]
    [InlineData("CREATE TABLE songs (title); PRAGMA user_version = 2")]
    [InlineData("PRAGMA user_version = -1")]
    public void A_database_of_another_program_is_refused_and_not_touched(string script)
    {
        Run(script);
        var before = System.IO.File.ReadAllBytes(File);
        var refusal = Assert.Throws<StoreUnusable>(() => SqliteStore.Open(File, TimeProvider.System));
        Assert.Contains("is a database of another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(Tables(before), Tables(System.IO.File.ReadAllBytes(File)));
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        System.IO.File.WriteAllText(File, "");
        var refusal = Assert.Throws<StoreUnusable>(() => SqliteStore.Open(File, TimeProvider.System));
        Assert.Contains("is empty (0 bytes)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_death_while_it_was_made_left_behind_is_no_hindrance()
    {
        await System.IO.File.WriteAllTextAsync(File + ".new", "half", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(File + ".new-wal", "half", TestContext.Current.CancellationToken);
        await using (SqliteStore.Open(File, TimeProvider.System)) { }
        Assert.Equal(
            ["interviews.db", "interviews.db.lock"],
            _folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)
        );
    }

    // Opening sets the journal mode, which stands in the header's bytes 18 and 19 and its counters; the pages stay.
    private static byte[] Tables(byte[] file) => file[100..];

    private void Run(string script)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
