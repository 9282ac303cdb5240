namespace InterviewBot.Slack.Cards;

/// <summary>The value of a field's option: Slack takes neither an empty one nor more than 75 units.</summary>
internal static class FieldValue
{
    public static string Write(string value) =>
        value.Length < Elements.LongestOption ? "v" + value : "#" + PressCode.Hash(value);

    /// <summary>Null: too long to be carried; look for it by <see cref="Write"/>.</summary>
    public static string? Read(string? written) => written is ['v', ..] ? written[1..] : null;
}
