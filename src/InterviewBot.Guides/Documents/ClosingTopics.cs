using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// Whether the last stage of a guide is for the candidate's own questions. Its lead-in and its reminders say so aloud ("that was all from my
/// side"), which is wrong before a question about Redis that merely stands last.
/// </summary>
internal static partial class ClosingTopics
{
    public static bool Hold(OutlineSection step, string title, ImmutableArray<Topic> topics) =>
        IsNamed(title) || (step.All().All(s => s.Flows.Count == 0) && !topics.Any(IsRated));

    public static bool IsNamed(string title) => English().IsMatch(title) || Chinese().IsMatch(title);

    /// <summary>Who says what to listen for, or how answers are rated, asks the candidate.</summary>
    private static bool IsRated(Topic topic) => topic.Notes.Values.Any(n => !n.ListenFor.IsEmpty || !n.Anchors.IsEmpty);

    [GeneratedRegex(
        """
            ^(?:the\s+)?(?:clos(?:e|ing|ure)|wrap(?:ping)?[\s-]?up|end(?:ing)?|conclusion|concluding|outro|finish(?:ing)?|good-?bye|farewell|next\s+steps?|thanks?|thank\s+you)
            (?:\s*(?:[-:,/&+–—(].*|\b(?:and|stage|remarks?|words?|statements?|questions?|section|part|up|round|talk|chat|of|the\s+interview)\b.*))?\s*[.!]?$
            |\b(?:your|their|candidate(?:['’]?s)?['’]?|any|reverse)\s+(?:own\s+|other\s+|more\s+)?questions\b
            |\bquestions\s+(?:for|to)\s+(?:us|me|you|the\s+(?:interviewers?|company|team))\b
            |\bquestions\s+(?:from|by|of)\s+the\s+candidate\b
            |\bq\s*(?:&|and)\s*a\b
            |\bask\s+(?:us|me)\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex English();

    [GeneratedRegex(
        "收尾|结尾|結尾|收场|尾声|结语|結語|反问|反問|答疑|道别|告别|再见|写在最后|下一步|^(?:面试|面試)?(?:结束|結束)(?:语|語|面试|面試|环节|環節|阶段)?$"
            + "|(?:候选人|候選人|面试者|面試者|应聘者|應聘者|求职者|对方|對方|你们?|您)(?:的|们的|有什么|有什麼|有哪些|还有什么|还有|有|想问的|自由|来)?(?:问题|問題|提问|提問)"
            + "|(?:提问|提問)(?:环节|環節|时间|時間)|^(?:提问|提問)$|有什么(?:想|要)?问|问(?:面试官|我们)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Chinese();
}
