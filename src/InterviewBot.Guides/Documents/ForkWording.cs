namespace InterviewBot.Guides.Documents;

/// <summary>Tells the two kinds of fork by the wording of a condition, in English and Chinese.</summary>
public static class ForkWording
{
    private static readonly string[] Judging =
    [
        "是否深入",
        "是否继续",
        "是否需要",
        "要不要",
        "需不需要",
        "go deeper",
        "dig deeper",
        "deeper",
        "continue",
        "move on",
        "carry on",
        "should we",
        "shall we",
    ];

    private static readonly string[] Asking =
    [
        "吗",
        "是否用过",
        "是否熟悉",
        "是否了解",
        "是否使用",
        "有没有",
        "用过",
        "会不会",
        "have you",
        "do you",
        "did you",
        "are you",
        "can you",
        "could you",
        "would you",
        "were you",
        "is your",
        "does your",
        "你",
        "您",
    ];

    /// <summary>Words of judgement go first ("Do you want to go deeper?" is not for the candidate); what tells nothing is the interviewer's own call.</summary>
    public static ForkKind Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Array.Exists(Judging, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            return ForkKind.Judgement;
        return Array.Exists(Asking, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ? ForkKind.Ask
            : ForkKind.Judgement;
    }
}
