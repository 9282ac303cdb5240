using CsCheck;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

public abstract class Committing(StoreUnderTest store) : StoreTest(store)
{
    private static readonly StreamId Stream = new(4_000_000_001);
    private static readonly StreamId Other = new(4_000_000_002);

    [Fact]
    public async Task What_was_committed_is_read_back_exactly()
    {
        var at = new DateTimeOffset(2026, 11, 23, 10, 11, 12, TimeSpan.Zero).AddTicks(1_234_567);
        var events = """[{"$type":"noted","text":"她说：“it’s \"fine\"” 🙂"}]""";
        Assert.Equal(
            CommitOutcome.Won,
            await Log.Commit(Make.Commit(Stream, 0, "c1", events: events) with { At = at })
        );

        var read = Assert.Single(await Log.Read(Stream, 0, Ct));
        Assert.Equal(new StoredCommit(1, at, "c1", events), read);
        Assert.Equal(1, await Log.HeadSeq(Stream, Ct));
    }

    [Fact]
    public async Task A_stream_nobody_wrote_to_is_empty_and_its_head_is_0()
    {
        Assert.Empty(await Log.Read(Stream, 0, Ct));
        Assert.Equal(0, await Log.HeadSeq(Stream, Ct));
        Assert.Null(await Log.Started("form-1", Ct));
    }

    [Fact]
    public async Task Reading_after_a_seq_leaves_out_what_is_known()
    {
        for (var seq = 0; seq < 5; seq++)
            await Log.Commit(Make.Commit(Stream, seq));
        await Log.Commit(Make.Commit(Other, 0));

        Assert.Equal([4L, 5L], (await Log.Read(Stream, 3, Ct)).Select(commit => commit.Seq));
    }

    [Fact]
    public async Task An_old_seq_loses()
    {
        await Log.Commit(Make.Commit(Stream, 0));
        await Log.Commit(Make.Commit(Stream, 1));

        Assert.Equal(CommitOutcome.Lost, await Log.Commit(Make.Commit(Stream, 0, "late")));
        Assert.Equal(CommitOutcome.Lost, await Log.Commit(Make.Commit(Stream, 1, "late")));
        Assert.Equal(2, await Log.HeadSeq(Stream, Ct));
    }

    [Fact]
    public async Task A_seq_beyond_the_head_loses_so_that_no_gap_can_be()
    {
        await Log.Commit(Make.Commit(Stream, 0));

        Assert.Equal(CommitOutcome.Lost, await Log.Commit(Make.Commit(Stream, 2)));
        Assert.Single(await Log.Read(Stream, 0, Ct));
    }

    [Fact]
    public async Task A_redelivered_cause_is_found_in_the_log_and_written_once()
    {
        // Two deliveries decided on the same fold, handed over at once: they meet in one batch.
        var both = await Task.WhenAll(
            Log.Commit(Make.Commit(Stream, 0, "d1")),
            Log.Commit(Make.Commit(Stream, 0, "d1"))
        );

        Assert.Single(both, CommitOutcome.Won);
        Assert.Single(both, CommitOutcome.Lost);
        Assert.Equal("d1", Assert.Single(await Log.Read(Stream, 0, Ct)).Cause);
    }

    [Fact]
    public async Task A_loser_leaves_nothing_behind()
    {
        await Log.Commit(Make.Commit(Stream, 0));
        var loser = Make.Commit(Stream, 0, "late", "form-9") with
        {
            Outbox = [Make.Draw("web:local:dm", Now)],
            Rows = [Make.Row(Stream, ReadRowKinds.Interview, Stream.ToString(), "asking", Now)],
            Guide = new GuideText("hash-9", "Backend", "# Backend"),
        };

        Assert.Equal(CommitOutcome.Lost, await Log.Commit(loser));
        Assert.Null(await Log.Started("form-9", Ct));
        Assert.Null(await Store.Guides.Find("hash-9", Ct));
        Assert.Null(await Store.Rows.Find(ReadRowKinds.Interview, Stream.ToString(), Ct));
        Assert.Empty(await Outbox.Take(16, TimeSpan.FromSeconds(20), Ct));
    }

    [Fact]
    public async Task A_start_key_starts_one_stream_only()
    {
        await Log.Commit(Make.Commit(Stream, 0, "d1", "form-1"));
        var second = Make.Commit(Other, 0, "d2", "form-1") with { Outbox = [Make.Draw("web:local:dm", Now)] };

        Assert.Equal(CommitOutcome.Lost, await Log.Commit(second));
        Assert.Equal(Stream, await Log.Started("form-1", Ct));
        Assert.Empty(await Log.Read(Other, 0, Ct));
        Assert.Empty(await Outbox.Take(16, TimeSpan.FromSeconds(20), Ct));
    }

    [Fact]
    public async Task Starts_with_one_key_at_the_same_moment_have_one_winner()
    {
        var starts = Enumerable
            .Range(1, 40)
            .Select(i => Log.Commit(Make.Commit(new StreamId(i), 0, $"d{i}", "form-1")));
        var outcomes = await Task.WhenAll(starts);

        Assert.Single(outcomes, CommitOutcome.Won);
        var winner = (await Log.Started("form-1", Ct))!.Value;
        for (var i = 1; i <= 40; i++)
            Assert.Equal(i == winner.Value ? 1 : 0, await Log.HeadSeq(new StreamId(i), Ct));
    }

    [Fact]
    public async Task The_versions_of_a_guide_are_known_newest_first()
    {
        await Log.Commit(Make.Commit(Stream, 0) with { Guide = new GuideText("h1", "Backend", "# One") });
        await Log.Commit(
            Make.Commit(Other, 0) with
            {
                Guide = new GuideText("h2", "Backend", "# Two"),
                At = Make.Commit(Other, 0).At.AddDays(1),
            }
        );
        var versions = Assert.IsAssignableFrom<IGuideVersions>(Store.Guides);
        Assert.Equal(["h2", "h1"], (await versions.Versions("Backend", Ct)).Select(v => v.Hash));
        Assert.Equal(Make.Commit(Other, 0).At.AddDays(1), (await versions.Versions("Backend", Ct))[0].At);
        Assert.Empty(await versions.Versions("Frontend", Ct));
    }

    [Fact]
    public async Task A_guide_text_is_pinned_by_the_first_who_brings_it()
    {
        await Log.Commit(Make.Commit(Stream, 0) with { Guide = new GuideText("h", "Backend", "# Text") });
        await Log.Commit(Make.Commit(Other, 0) with { Guide = new GuideText("h", "Renamed", "# Other") });

        Assert.Equal(new GuideText("h", "Backend", "# Text"), await Store.Guides.Find("h", Ct));
        Assert.Null(await Store.Guides.Find("unknown", Ct));
    }

    [Fact]
    public async Task Everything_is_there_after_reopening()
    {
        var commit = Make.Commit(Stream, 0, "d1", "form-1") with
        {
            Outbox = [Make.Draw("web:local:dm", Now)],
            Rows = [Make.Row(Stream, ReadRowKinds.Interview, Stream.ToString(), "asking", Now)],
            Guide = new GuideText("h", "Backend", "# Text"),
        };
        await Log.Commit(commit);
        await Store.Reopen();

        Assert.Equal("d1", Assert.Single(await Log.Read(Stream, 0, Ct)).Cause);
        Assert.Equal(Stream, await Log.Started("form-1", Ct));
        Assert.NotNull(await Store.Guides.Find("h", Ct));
        Assert.Equal(commit.Rows[0], await Store.Rows.Find(ReadRowKinds.Interview, Stream.ToString(), Ct));
        Assert.Equal("web:local:dm", Assert.Single(await Outbox.Take(16, TimeSpan.FromSeconds(20), Ct)).Lane);
        Assert.Equal(CommitOutcome.Won, await Log.Commit(Make.Commit(Stream, 1)));
    }

    [Fact]
    public async Task Any_text_comes_back_as_it_went_in()
    {
        // Half a surrogate pair is no text, and PostgreSQL takes no NUL; everything else somebody may type.
        var texts = Gen.String[Gen.Char['\u0001', '\uD7FF']].Array[100].Single();
        for (var seq = 0; seq < texts.Length; seq++)
            await Log.Commit(Make.Commit(Stream, seq, cause: texts[seq], events: texts[^(seq + 1)]));

        var read = await Log.Read(Stream, 0, Ct);
        Assert.Equal(texts, read.Select(commit => commit.Cause));
        Assert.Equal(texts.Reverse(), read.Select(commit => commit.Events));
    }

    [Fact]
    public async Task A_write_that_fails_half_described_leaves_the_next_one_whole()
    {
        var unknown = Make.Draw("web:local:dm", Now) with { Kind = (OutboxKind)99 };
        await Assert.ThrowsAnyAsync<Exception>(() => Log.Commit(Make.Commit(Stream, 0) with { Outbox = [unknown] }));
        await Log.Commit(Make.Commit(Stream, 0) with { Outbox = [Make.Draw("web:local:dm", Now)] });

        var lease = Assert.Single(await Outbox.Take(16, TimeSpan.FromSeconds(20), Ct));
        Assert.Equal("prompt", Assert.Single(await Outbox.Rows(lease, 10, Ct)).Name);
    }

    [Fact]
    public async Task One_write_that_fails_does_not_poison_its_neighbours()
    {
        // 50 at once share a batch; one of them breaks a constraint of the tables.
        var commits = Enumerable
            .Range(0, 50)
            .Select(i => Make.Commit(new StreamId(i + 1), 0))
            .Select((commit, i) => i == 25 ? commit with { Outbox = [Make.Draw(null!, Now)] } : commit)
            .Select(Log.Commit)
            .ToList();

        await Assert.ThrowsAnyAsync<Exception>(() => commits[25]);
        for (var i = 0; i < 50; i++)
        {
            if (i != 25)
                Assert.Equal(CommitOutcome.Won, await commits[i]);
            Assert.Equal(i == 25 ? 0 : 1, await Log.HeadSeq(new StreamId(i + 1), Ct));
        }
        Assert.Equal(CommitOutcome.Won, await Log.Commit(Make.Commit(new StreamId(26), 0)));
    }
}
