using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>Tells the two kinds of fork by the wording of a condition, in English and Chinese.</summary>
public static partial class ForkWording
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>What tells nothing is the interviewer's own call: a question nobody asked aloud does no harm, a judgement read out does.</summary>
    public static ForkKind Of(string text) => Told(text) ?? ForkKind.Judgement;

    /// <summary>
    /// Null when the wording tells nothing. In this order: talk about the candidate is judgement; experience is asked for; going on or
    /// deeper is judgement ("Do you want to go deeper?" is not for the candidate); what addresses a person is asked.
    /// </summary>
    public static ForkKind? Told(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (AboutTheCandidate().IsMatch(text))
            return ForkKind.Judgement;
        if (Experience().IsMatch(text))
            return ForkKind.Ask;
        if (GoingOn().IsMatch(text))
            return ForkKind.Judgement;
        if (Addressing().IsMatch(text))
            return ForkKind.Ask;
        return Weighing().IsMatch(text) ? ForkKind.Judgement : null;
    }

    [GeneratedRegex(
        @"候选人|面试者|应聘者|求职者|\bcandidate\b|^(?:did|does|do|is|are|was|were|has|have|can|could) (?:he|she|they)\b",
        Options
    )]
    private static partial Regex AboutTheCandidate();

    [GeneratedRegex(
        @"(?:用|做|写|看|读|学|接触|了解|研究|使用|遇到|参与|负责|搭建|经历|处理|维护|开发|部署)过"
            + @"|\b(?:have|had|did) you\b|\bever\b|\bfamiliar with\b|\bexperience (?:with|in|of)\b|^(?:used|worked|know|heard)\b",
        Options
    )]
    private static partial Regex Experience();

    [GeneratedRegex(
        @"^(?:是否|要不要|需不需要|用不用|能否|可否|该不该|有没有必要|有必要|需要|可以|还|再|要|想|更)*"
            + @"(?:继续|深入(?!了解|理解|掌握|学习|使用)|展开|细问|多问|追问|深挖|深聊|跳过|换个?话题|结束|往下)"
            + @"|继续深入|深入下去|再深入|往下问|时间还?(?:够|允许|充裕)|还有时间"
            + @"|\bdeeper\b|\b(?:go|dig|drill|look) (?:further|down|on)\b|\bcontinue\b|\bmove on\b|\bcarry on\b|\bskip\b|\bstop here\b"
            + @"|\bmore (?:on|about|of) (?:this|that|it)\b|\btime (?:left|for)\b|\benough time\b",
        Options
    )]
    private static partial Regex GoingOn();

    [GeneratedRegex(
        @"吗|么[?？]|呢[?？]|是否深?入?(?:熟悉|了解|理解|使用|知道|掌握|学习|会|有)|有没有|会不会|能不能|知不知道|熟不熟|你|您"
            + @"|\byou(?:rs?)?\b",
        Options
    )]
    private static partial Regex Addressing();

    [GeneratedRegex(@"是否|要不要|需不需要|该不该|\b(?:should|shall) we\b|\bworth\b", Options)]
    private static partial Regex Weighing();
}
