using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class Rivals(StoreUnderTest store) : StoreTest(store)
{
    private static readonly StreamId Stream = new(77);

    [Fact]
    public async Task Eight_writers_for_one_seq_have_exactly_one_winner_each_round()
    {
        for (var round = 0; round < 250; round++)
        {
            using var start = new Barrier(8);
            var seq = round;
            var rivals = Enumerable
                .Range(0, 8)
                .Select(rival =>
                    Task.Factory.StartNew(
                            () =>
                            {
                                start.SignalAndWait(Ct);
                                return Log.Commit(Make.Commit(Stream, seq, $"round {seq} rival {rival}"));
                            },
                            Ct,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                        .Unwrap()
                );
            var outcomes = await Task.WhenAll(rivals);

            Assert.Single(outcomes, CommitOutcome.Won);
            Assert.Equal(7, outcomes.Count(outcome => outcome == CommitOutcome.Lost));
        }
        Assert.Equal(
            Enumerable.Range(1, 250).Select(seq => (long)seq),
            (await Log.Read(Stream, 0, Ct)).Select(commit => commit.Seq)
        );
    }

    [Fact]
    public async Task Readers_see_whole_commits_in_order_while_others_write()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(over.Token), Ct)).ToList();
        for (var seq = 0; seq < 400; seq++)
        {
            var row = Make.Row(Stream, ReadRowKinds.Interview, Stream.ToString(), $"{seq + 1}", Now);
            Assert.Equal(CommitOutcome.Won, await Log.Commit(Make.Commit(Stream, seq) with { Rows = [row] }));
            Assert.Equal(seq + 1, await Log.HeadSeq(Stream, Ct)); // what was answered is seen at once
        }
        await over.CancelAsync();
        await Task.WhenAll(readers);
    }

    private async Task ReadUntil(CancellationToken over)
    {
        var last = 0L;
        while (!over.IsCancellationRequested)
        {
            var row = await Store.Rows.Find(ReadRowKinds.Interview, Stream.ToString(), Ct);
            var log = await Log.Read(Stream, 0, Ct);
            Assert.Equal(Enumerable.Range(1, log.Count).Select(seq => (long)seq), log.Select(commit => commit.Seq));
            Assert.True(log.Count >= last, "a commit went away");
            Assert.True(row is null || long.Parse(row.Status!) <= log.Count, "a read row came before its commit");
            last = log.Count;
        }
    }
}
