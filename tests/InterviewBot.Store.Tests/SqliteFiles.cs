using System.Text;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace InterviewBot.Store.Tests;

/// <summary>What only a store in a file promises.</summary>
public sealed class SqliteFiles : IAsyncLifetime
{
    private readonly SqliteUnderTest store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => store.Open();

    public ValueTask DisposeAsync() => store.Remove();

    [Fact]
    public async Task A_second_opener_is_refused_and_the_first_goes_on()
    {
        Assert.Throws<StoreInUse>(() => SqliteStore.Open(store.File, store.Clock));
        Assert.Throws<StoreInUse>(() => SqliteStore.Open($"Data Source={store.File}", store.Clock));
        Assert.Equal(CommitOutcome.Won, await store.Log.Commit(Make.Commit(new StreamId(1), 0)));
    }

    [Fact]
    public async Task A_store_of_a_newer_release_is_refused_and_not_touched()
    {
        await store.Store.DisposeAsync();
        await Sql("PRAGMA user_version = 999");
        var before = await File.ReadAllBytesAsync(store.File, Ct);

        var refusal = Assert.Throws<StoreTooNew>(() => SqliteStore.Open(store.File, store.Clock));
        Assert.Contains("999", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(store.File, Ct));
        await Sql($"PRAGMA user_version = {Schema.Migrations().Count}");
        await store.Open(); // the refusal has let go of the lock
    }

    [Fact]
    public async Task Reopening_migrates_nothing_twice()
    {
        await store.Log.Commit(Make.Commit(new StreamId(1), 0));
        await store.Reopen();
        await store.Reopen();

        Assert.Equal(1, await store.Log.HeadSeq(new StreamId(1), Ct));
    }

    [Fact]
    public void A_power_cut_and_a_curious_eye_are_provided_for()
    {
        // kill -9 does not show what a power cut would: the settings have to say it.
        using var db = Connection.ToWrite(store.File);
        Assert.Equal("wal", db.Sql("PRAGMA journal_mode").First(row => row.Text(0)));
        Assert.Equal(2, db.Sql("PRAGMA synchronous").First(row => row.Long(0))); // FULL
        Assert.Equal(1, db.Sql("PRAGMA secure_delete").First(row => row.Long(0)));
    }

    [Theory]
    [InlineData("outbox_due", "SELECT lane FROM outbox WHERE parked IS NULL AND due_at <= 1 ORDER BY due_at, lane")]
    [InlineData(
        "outbox_lane",
        "SELECT id FROM outbox WHERE lane = 'x' AND parked IS NULL AND due_at <= 1 ORDER BY seq"
    )]
    [InlineData(
        "local_messages_unhandled",
        "SELECT * FROM local_messages WHERE handled = 0 AND author <> 'bot' ORDER BY id"
    )]
    [InlineData(
        "read_rows_organisation",
        "SELECT * FROM read_rows WHERE kind = 'k' AND organisation = 'o' ORDER BY at DESC"
    )]
    public void Queues_are_read_by_their_index_however_long_the_history(string index, string query)
    {
        using var db = Connection.ToWrite(store.File);
        var plan = string.Join('\n', db.Sql($"EXPLAIN QUERY PLAN {query}").All(row => row.Text(3)));
        Assert.Contains(index, plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_writes_what_was_accepted_and_leaves_one_file()
    {
        var accepted = Enumerable
            .Range(1, 2000)
            .Select(i => store.Log.Commit(Make.Commit(new StreamId(i), 0)))
            .ToList();
        await store.Store.DisposeAsync();

        Assert.All(accepted, commit => Assert.True(commit.IsCompletedSuccessfully));
        Assert.False(File.Exists(store.File + "-wal"));
        Assert.Equal(CommitOutcome.Busy, await store.Log.Commit(Make.Commit(new StreamId(1), 1)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Messages.MarkHandled(1));
        await store.Open();
        for (var i = 1; i <= 2000; i++)
            Assert.Equal(1, await store.Log.HeadSeq(new StreamId(i), Ct));
    }

    [Fact]
    public async Task A_full_queue_turns_commits_away_and_writes_nothing_of_them()
    {
        await store.Store.DisposeAsync();
        await using var small = SqliteStore.Open(store.File, store.Clock, queueLimit: 8);
        // Far faster than any disk: the queue cannot but fill.
        var commits = Enumerable.Range(1, 5000).Select(i => small.Commit(Make.Commit(new StreamId(i), 0))).ToList();
        var outcomes = await Task.WhenAll(commits);

        Assert.Contains(CommitOutcome.Busy, outcomes);
        Assert.Contains(CommitOutcome.Won, outcomes);
        for (var i = 0; i < outcomes.Length; i++)
            Assert.Equal(outcomes[i] == CommitOutcome.Won ? 1 : 0, await small.HeadSeq(new StreamId(i + 1), Ct));
    }

    [Fact]
    public async Task Nothing_of_a_forgotten_person_is_left_in_the_files()
    {
        // Interleaved with others, of all sizes up to several pages, shown, listed, typed: whatever a page can hold of it.
        for (var seq = 0; seq < 12; seq++)
        for (var i = 1; i <= 60; i++)
        {
            var name = i % 2 == 0 ? "Zebediah Quarles" : "Somebody Else";
            var notes = string.Concat(Enumerable.Repeat($"{name} said {i * seq}. ", i * seq / 3));
            var stream = new StreamId(i);
            var commit = Make.Commit(stream, seq, events: $$"""[{"$type":"noted","text":"{{name}}: {{notes}}"}]""") with
            {
                Outbox = [Make.Draw($"web:local:{i}", store.Clock.GetUtcNow())],
                Rows = [Make.Row(stream, "interview", $"{i}", $"{seq}", Make.Noon) with { Data = $"{name} {notes}" }],
            };
            Assert.Equal(CommitOutcome.Won, await store.Log.Commit(commit));
            await store.Messages.Add(Make.Typed($"{name} {notes}", stream: stream));
        }
        Assert.Contains("Zebediah", await Bytes(), StringComparison.Ordinal);

        for (var i = 2; i <= 60; i += 2)
            await store.Log.Erase(new StreamId(i), Make.Noon);

        var left = await Bytes();
        Assert.DoesNotContain("Zebediah", left, StringComparison.Ordinal);
        Assert.DoesNotContain("Quarles", left, StringComparison.Ordinal);
        Assert.Contains("Somebody Else", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_writes_few_pages()
    {
        // 2,000 interviews with a history; the pump keeps up, so the outbox is short. Reopened: the WAL is empty.
        for (var seq = 0; seq < 10; seq++)
            await Task.WhenAll(
                Enumerable.Range(1, 2000).Select(i => store.Log.Commit(Click(i, seq) with { Outbox = [] }))
            );
        await store.Reopen();
        const int batch = 64;
        const int clicks = batch * 7; // fewer than an idle checkpoint waits for
        var random = new Random(11);
        var interviews = Enumerable.Range(1, 2000).OrderBy(_ => random.Next()).Take(clicks).ToList();
        foreach (var chunk in interviews.Chunk(batch))
            await Task.WhenAll(chunk.Select(i => store.Log.Commit(Click(i, 10))));

        var kib = new FileInfo(store.File + "-wal").Length / 1024.0 / clicks;
        TestContext.Current.TestOutputHelper?.WriteLine($"{kib:F1} KiB per click");
        Assert.InRange(kib, 0.5, 8);
    }

    /// <summary>Two events, a cause and one effect: about 650 bytes.</summary>
    private static Commit Click(int interview, long seq)
    {
        var events =
            $$"""[{"$type":"answered","text":"{{new string('a', 200)}}"},{"$type":"asked","text":"{{new string('q', 200)}}"}]""";
        return Make.Commit(new StreamId(interview * 7_919_000L), seq, events: events) with
        {
            Outbox = [Make.Draw($"web:local:dm-{interview}", Make.Noon)],
        };
    }

    private async Task<string> Bytes()
    {
        var all = new StringBuilder();
        foreach (var file in new[] { store.File, store.File + "-wal" })
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            all.Append(await reader.ReadToEndAsync(Ct));
        }
        return all.ToString();
    }

    private async Task Sql(string text)
    {
        await using var connection = new SqliteConnection($"Data Source={store.File};Pooling=False");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Ct);
    }
}
