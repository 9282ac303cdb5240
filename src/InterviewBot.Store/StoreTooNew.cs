namespace InterviewBot.Store;

/// <summary>The store was written by a newer release. Thrown at start; nothing was touched.</summary>
#pragma warning disable CA1710 // the name says the reason, as refusals do
public sealed class StoreTooNew(string file, long found, long known)
    : Exception(
        $"The store {file} has schema {found}, this program knows schemas up to {known}: start the newer release, or restore a backup made before it."
    );
