namespace InterviewBot.Interviews.Seams;

/// <summary>What keeps the store from writing. Nothing of ours can mend it; whoever runs the bot can.</summary>
public enum StoreTrouble
{
    None,
    DiskFull,

    /// <summary>Somebody deleted or moved the data file while the bot runs: what would be written now would be lost with the process.</summary>
    FileGone,

    /// <summary>Rights, damage, a disk that fails.</summary>
    CannotWrite,
}

/// <summary>A write that was not made, by the store's fault. Its message is a sentence for whoever sent it, and quotes nobody.</summary>
public sealed class StoreFailedException(StoreTrouble trouble) : Exception(Sentence(trouble))
{
    public StoreTrouble Trouble { get; } = trouble;

    private static string Sentence(StoreTrouble trouble) =>
        trouble switch
        {
            StoreTrouble.DiskFull => "The bot's disk is full: nothing was stored.",
            StoreTrouble.FileGone => "The bot's data file is gone: nothing was stored.",
            _ => "The bot cannot write its data: nothing was stored.",
        };
}
