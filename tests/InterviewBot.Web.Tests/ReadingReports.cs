using System.Net;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class ReadingReports
{
    [Fact]
    public async Task Of_an_interview_that_cannot_be_read_there_is_none()
    {
        await using var host = await ChatHost.Start(desks: new Damaged());
        using var http = new HttpClient { BaseAddress = host.Address };
        var answer = await http.GetAsync(new Uri("/local/interviewer/report/7", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A log whose only commit is of a newer release, or broken.</summary>
    private sealed class Damaged : IInterviewLog
    {
        public ValueTask<IReadOnlyList<StoredCommit>> Read(StreamId stream, long afterSeq, CancellationToken ct) =>
            new([new StoredCommit(1, DateTimeOffset.UnixEpoch, "c", """[{"$type":"of-tomorrow"}]""")]);

        public ValueTask<long> HeadSeq(StreamId stream, CancellationToken ct) => new(1L);

        public ValueTask<StreamId?> Started(string startKey, CancellationToken ct) => new((StreamId?)null);

        public Task<CommitOutcome> Commit(Commit commit) => throw new NotSupportedException("Reports write nothing.");

        public Task Erase(StreamId stream, DateTimeOffset at) =>
            throw new NotSupportedException("Reports erase nothing.");
    }
}
