using System.Text.RegularExpressions;
using InterviewBot.Conversation.Speaking;

namespace InterviewBot.Conversation.Asking;

/// <summary>What words that neither ask nor order are.</summary>
internal enum Catchword
{
    /// <summary>Something to talk about.</summary>
    Subject,

    /// <summary>Of a fork: something the candidate may have worked with.</summary>
    Experience,

    /// <summary>The heading of a topic that has no other question: "Introduction", "Their questions". It stays a heading.</summary>
    Title,
}

/// <summary>
/// Makes the wording of guides without <em>Say</em> sound spoken: a question gets its mark, an order to the interviewer becomes words to
/// the candidate, "explain X" becomes "could you explain X?", a catchword gets an opener. What the author wrote is never lost: it stays
/// inside, or stands small below.
/// </summary>
internal static partial class Opener
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <param name="spoken">Texts in the guide's language.</param>
    /// <returns>What to say and what stands small below it; null for nothing.</returns>
    public static (string Say, string? Own) Spoken(
        Wording wording,
        Texts spoken,
        Catchword catchword = Catchword.Subject
    )
    {
        var said = wording.Question.TrimEnd(' ', '.', '。', '，', ',', '；', ';', '、', '：', ':');
        if (said.Length == 0 || IsQuestion(wording.Question))
            return (wording.Question, wording.Remark);
        // A catchword has no full stop: what ends with one was written to be said.
        if (catchword == Catchword.Subject && IsSentence(wording.Question))
            catchword = Catchword.Title;
        var (say, own) =
            spoken.Language == Texts.Chinese || said.Any(c => c is >= '\u4E00' and <= '\u9FFF')
                ? InChinese(said, wording.Remark, spoken, catchword)
                : InEnglish(said, wording.Remark, spoken, catchword);
        // Nothing was added: then the author's own signs stay, too.
        return (say == said ? wording.Question : say, own);
    }

    private static bool IsSentence(string text) =>
        text.TrimEnd('"', '”', '」', ' ').LastOrDefault() is '.' or '。' or '!' or '！';

    private static bool IsQuestion(string text) => text.TrimEnd('"', '”', '」', ' ').LastOrDefault() is '?' or '？';

    private static (string, string?) InChinese(string said, string? remark, Texts spoken, Catchword catchword)
    {
        // 询问面试者有什么问题, 请候选人介绍自己: what is written to the interviewer, turned to the candidate.
        if (ToTheInterviewer().Match(said) is { Success: true } order)
        {
            var rest = said[order.Length..];
            var turned =
                order.Groups["ask"].Success || AskingWord().IsMatch(rest)
                    ? spoken.With("say.question", "你" + rest)
                    : spoken.With("say.could", "请你" + rest);
            return (turned, Below(said, remark));
        }
        if (PoliteOrder().IsMatch(said))
            return (
                said.EndsWith('吧') ? said + "。"
                : said.StartsWith('请') ? said + "。"
                : said,
                remark
            );
        if (Briefly().Match(said) is { Success: true } briefly)
            return (spoken.With("say.could", "简单说说" + said[briefly.Length..]), remark);
        if (Order().Match(said) is { Success: true } plain)
            return (spoken.With("say.could", plain.Groups["verb"].Value + "一下" + said[plain.Length..]), remark);
        if (AskingWord().IsMatch(said))
            return (spoken.With("say.question", said), remark);
        var about = Related().Replace(said, "");
        return (Opened(said, about.Length > 0 ? about : said, catchword, spoken), remark);
    }

    private static (string, string?) InEnglish(string said, string? remark, Texts spoken, Catchword catchword)
    {
        if (ToTheInterviewerInEnglish().Match(said) is { Success: true } order)
        {
            var rest = said[order.Length..];
            return (
                order.Groups["about"].Success
                    ? spoken.With("say.about.0", rest)
                    : spoken.With("say.could", Lowered(rest)),
                Below(said, remark)
            );
        }
        if (SpokenOrderInEnglish().IsMatch(said))
            return (said, remark);
        if (OrderInEnglish().IsMatch(said))
            return (spoken.With("say.could", Lowered(said)), remark);
        if (AskingWordInEnglish().IsMatch(said))
            return (spoken.With("say.question", said), remark);
        return (Opened(said, LoweredIfCommon(said), catchword, spoken), remark);
    }

    private static string Opened(string said, string about, Catchword catchword, Texts spoken) =>
        catchword switch
        {
            Catchword.Experience => spoken.With("say.used", said),
            Catchword.Title => said,
            _ => About(about, spoken),
        };

    /// <summary>Three openers take turns, so that a row of catchwords does not sound like a form; the same words always sound the same.</summary>
    private static string About(string topic, Texts spoken) => spoken.With($"say.about.{topic.Sum(c => c) % 3}", topic);

    private static string Below(string said, string? remark) => remark is null ? said : $"{said} · {remark}";

    private static string Lowered(string text) =>
        text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string LoweredIfCommon(string text) => CommonBeginning().IsMatch(text) ? Lowered(text) : text;

    [GeneratedRegex("^(?:(?<ask>询问|问问|问)|请|让|要求)(?:一下)?(?:面试者|候选人|应聘者|对方)", Options)]
    private static partial Regex ToTheInterviewer();

    [GeneratedRegex("^(?:请|麻烦|能不能|能否|可以|可否)|吧$", Options)]
    private static partial Regex PoliteOrder();

    [GeneratedRegex("^(?:简述|概述|简要(?:介绍|说明|描述))一?下?", Options)]
    private static partial Regex Briefly();

    [GeneratedRegex(
        "^(?<verb>介绍|解释(?![器型性])|描述(?!符|文件)|说说|说明|阐述|讲讲|谈谈|聊聊|列举|比较(?![熟好大小常多难有])|对比|举例说明|分享)(?:一下|下)?",
        Options
    )]
    private static partial Regex Order();

    [GeneratedRegex(
        "什么|如何|怎么|怎样|为何|为啥|哪[些种个里一]|多少|是否|有没有|能不能|会不会|是不是|谁|吗$|呢$",
        Options
    )]
    private static partial Regex AskingWord();

    [GeneratedRegex("(?:的?相关(?:的?(?:问题|内容|知识))?|的问题|等)$|^(?:经典|常见|基础)?问题[:：]?", Options)]
    private static partial Regex Related();

    [GeneratedRegex(
        @"^(?:ask|let|have|invite|get) (?:the )?(?:candidate|interviewee|them|him|her)s?(?: to)? (?<about>about )?",
        Options
    )]
    private static partial Regex ToTheInterviewerInEnglish();

    /// <summary>"Tell me about ..." is how people talk.</summary>
    [GeneratedRegex("^(?:please|(?:tell|walk|talk|show|give) (?:me|us))\\b", Options)]
    private static partial Regex SpokenOrderInEnglish();

    [GeneratedRegex(
        @"^(?:(?:explain|describe|tell|introduce|discuss|summari[sz]e)\b"
            // "List comprehension", "name mangling", "design patterns" are no orders.
            + @"|(?:compare|list|name|walk|outline|show|define|give|sketch|talk|draw|design|implement|write) (?:the|a|an|some|all|me|us|your|two|three|one|any|both|how|what|about|through)\b)",
        Options
    )]
    private static partial Regex OrderInEnglish();

    [GeneratedRegex(
        @"^(?:what|why|how|when|where|which|who|whose|is|are|was|were|do|does|did|can|could|would|should|have|has)\b",
        Options
    )]
    private static partial Regex AskingWordInEnglish();

    [GeneratedRegex(
        @"^(?:the|a|an|common|basic|different|differences?|advantages?|data|types?|kinds?|pros|use|uses|your|their|our|most|recent|general|ways?)\b",
        Options
    )]
    private static partial Regex CommonBeginning();
}
