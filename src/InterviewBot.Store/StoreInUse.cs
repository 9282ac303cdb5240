namespace InterviewBot.Store;

/// <summary>Another process, or another store in this one, has the file open. Thrown at start; nothing was touched.</summary>
#pragma warning disable CA1710 // the name says the reason, as refusals do
public sealed class StoreInUse(string file, Exception? inner = null)
    : Exception($"The store {file} is in use by another process: only one bot may run on a file.", inner);
