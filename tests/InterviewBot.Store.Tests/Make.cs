using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Tests;

/// <summary>What a decision might have made.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static Commit Commit(
        StreamId stream,
        long expected,
        string? cause = null,
        string? startKey = null,
        string events = """[{"$type":"asked","node":"op1"}]"""
    ) => new(stream, expected, Noon, cause ?? $"web:local:dm:{stream}:{expected}:press", events, [], [], startKey);

    public static OutboxEntry Draw(string lane, DateTimeOffset due, string surface = "prompt", int n = 0) =>
        new(lane, OutboxKind.Draw, n, surface, due, null);

    public static SurfaceRow Surface(StreamId stream, string lane, long seq, string? reference = "m1") =>
        new(stream, "prompt", lane, null, reference, 1, null, Noon, seq, 0xF000_0000_0000_0001UL + (ulong)seq, 3);

    public static PostedRow Posted(StreamId stream, string lane, string reference) =>
        new(stream, lane, reference, "prompt", Noon);

    public static ReadRow Row(StreamId stream, string kind, string key, string? status, DateTimeOffset at) =>
        new(kind, key, stream, "acme", "web:local:ann", status, """{"candidate":"Ada"}""", at);

    public static LocalMessage Typed(string text, string conversation = "dm-ann", StreamId? stream = null) =>
        new(0, conversation, null, "ann", false, text, Noon, null, null, 0, false, stream, null);

    public static LocalMessage Card(string body, string postKey, string conversation = "dm-ann") =>
        new(0, conversation, null, "bot", true, body, Noon, null, null, 0, false, null, postKey);
}
