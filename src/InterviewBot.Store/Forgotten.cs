namespace InterviewBot.Store;

/// <summary>The one row that is left of a forgotten stream; late rivals conflict on it.</summary>
public static class Forgotten
{
    public const string Cause = "forgotten";

    /// <summary>Alias of the tombstone's only event.</summary>
    public const string Alias = "forgotten";

    public const string Events = $$"""[{"$type":"{{Alias}}"}]""";
}
