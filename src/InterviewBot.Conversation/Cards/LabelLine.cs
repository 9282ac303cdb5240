namespace InterviewBot.Conversation.Cards;

/// <summary>A label and what it labels on one line, for platforms without a part for that. The colon is the one of the label's script.</summary>
public static class LabelLine
{
    public static string Of(string label, string value) => label + Colon(label) + value;

    /// <summary>With the blank behind it, where the script has one.</summary>
    public static string Colon(string label) => label is [.., >= '\u2E80' and <= '\uFFEF'] ? "：" : ": ";
}
