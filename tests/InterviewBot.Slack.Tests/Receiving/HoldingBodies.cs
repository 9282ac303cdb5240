using InterviewBot.Slack.Receiving;
using InterviewBot.Slack.Tests.Loopback;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Slack.Tests.Receiving;

/// <summary>Bodies of whoever sends them, before it is known who: bounded each, together and in time.</summary>
public sealed class HoldingBodies
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task Together_they_hold_no_more_than_their_room_and_what_ended_makes_room_again()
    {
        var bodies = new Bodies(clock);
        var waiting = Enumerable
            .Range(0, Bodies.Together / Bodies.Longest)
            .Select(_ => new Waiting(Bodies.Longest))
            .ToList();
        var reading = waiting.Select(w => bodies.Read(Request(w))).ToList();
        await Task.WhenAll(waiting.Select(w => w.Given)).WaitAsync(Until.Limit);

        Assert.Equal(503, (await bodies.Read(Request(new MemoryStream([1])))).Refused);
        waiting[0].End();
        Assert.Equal(Bodies.Longest, (await reading[0]).Body?.Length);
        Assert.Equal([1], (await bodies.Read(Request(new MemoryStream([1])))).Body);
        waiting.ForEach(w => w.End());
        await Task.WhenAll(reading).WaitAsync(Until.Limit);
    }

    [Fact]
    public async Task One_that_takes_its_time_is_cut()
    {
        using var slow = new Waiting(10);
        var reading = new Bodies(clock).Read(Request(slow));
        await slow.Given.WaitAsync(Until.Limit);
        clock.Advance(TimeSpan.FromSeconds(5.1));
        Assert.Equal(408, (await reading.WaitAsync(Until.Limit)).Refused);
    }

    private static HttpRequest Request(Stream body) => new DefaultHttpContext { Request = { Body = body } }.Request;

    /// <summary>Gives so many bytes at once, and its end when it is told to.</summary>
    private sealed class Waiting(int length) : Stream
    {
        private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = length;

        /// <summary>All was taken, and more is asked for.</summary>
        public Task Given => given.Task;

        public void End() => ended.TrySetResult();

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (left > 0)
            {
                var now = Math.Min(left, buffer.Length);
                left -= now;
                return now;
            }
            given.TrySetResult();
            await ended.Task.WaitAsync(cancellationToken);
            return 0;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
