using System.Diagnostics;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Store.Sqlite;

/// <summary>Kinds by name: stored rows outlive the order of an enum.</summary>
internal static class OutboxKinds
{
    public static string Name(OutboxKind kind) =>
        kind switch
        {
            OutboxKind.Draw => "draw",
            OutboxKind.Tell => "tell",
            OutboxKind.Ring => "ring",
            OutboxKind.Call => "call",
            OutboxKind.Erase => "erase",
            _ => throw new UnreachableException($"No name for outbox kind {kind}"),
        };

    public static OutboxKind Of(string name) =>
        name switch
        {
            "draw" => OutboxKind.Draw,
            "tell" => OutboxKind.Tell,
            "ring" => OutboxKind.Ring,
            "call" => OutboxKind.Call,
            "erase" => OutboxKind.Erase,
            _ => throw new UnreachableException($"No outbox kind named {name}"),
        };
}
