using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>A heading taken apart: <c>3.2.1 (required) Redis</c>.</summary>
/// <param name="Number">As written, without its punctuation: <c>3.2.1</c>, <c>三</c>, <c>IV</c>.</param>
/// <param name="IsConflicting">Both required and optional; required stands.</param>
internal sealed partial record HeadingWords(string? Number, string Title, bool? Required, bool IsConflicting)
{
    /// <summary>It begins with a time of day, a length or a ratio (<c>10:05</c>, <c>5 min</c>, <c>1:1</c>): a step as a numbered one is, but no number.</summary>
    public bool IsTimed { get; private init; }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>Nobody writes longer headings; it also bounds the time of the patterns below.</summary>
    private const int MostLength = 300;

    private const string Chinese = "[〇零一二三四五六七八九十百]{1,4}";

    private const string Unit = @"(?:(?:mins?|minutes?|hrs?|hours?|secs?|seconds?|am|pm)\b|分钟|分鐘|小时|小時)";

    private const string Flags = "必选|必问|必答|必须|可选|选问|选答|选做|required|mandatory|optional";

    private const string Bracketed = $@"[(（\[［【〔]\s*(?<f>{Flags})\s*[)）\]］】〕]";

    private static readonly Regex[] Numbers =
    [
        Dotted(),
        Single(),
        InBrackets(),
        ChineseNumber(),
        ChapterNumber(),
        Roman(),
        NamedStep(),
        NamedInChinese(),
        Letter(),
    ];

    public static HeadingWords Read(string heading)
    {
        var title = heading.Trim();
        if (title.Length > MostLength)
            return new HeadingWords(null, title, null, false);
        string? number = null;
        bool? required = null;
        var isConflicting = false;
        var isTimed = false;
        while (true)
        {
            isTimed |= number is null && (Clock().IsMatch(title) || Length().IsMatch(title));
            if (number is null && !isTimed && Array.Find(Numbers, n => n.IsMatch(title)) is { } pattern)
            {
                var match = pattern.Match(title);
                (number, title) = (match.Groups["n"].Value.Replace('．', '.'), title[match.Length..].TrimStart());
            }
            else if (FlagBefore().Match(title) is { Success: true } before)
            {
                Flag(before);
                title = title[before.Length..].TrimStart();
            }
            else if (FlagAfter().Match(title) is { Success: true } after)
            {
                Flag(after);
                title = title[..after.Index].TrimEnd();
            }
            else
            {
                return new HeadingWords(number, title.Length > 0 ? title : heading.Trim(), required, isConflicting)
                {
                    IsTimed = isTimed,
                };
            }
        }

        void Flag(Match match)
        {
            var flag =
                match.Groups["f"].Value.ToLowerInvariant() is not ("可选" or "选问" or "选答" or "选做" or "optional");
            isConflicting |= required is { } earlier && earlier != flag;
            required = required is true || flag;
        }
    }

    /// <summary>3.2.1 title, and 3.1title, as Chinese is often written.</summary>
    [GeneratedRegex(@"^(?<n>[0-9]{1,3}(?:[.．][0-9]{1,3})+)(?:[.．、)）:：]\s*|\s*)", Options)]
    private static partial Regex Dotted();

    /// <summary>0.title, 3、title, 3) title; a lone number without any sign wants a blank after it.</summary>
    [GeneratedRegex(@"^(?<n>[0-9]{1,3})(?:[.．、)）:：]\s*|\s+)", Options)]
    private static partial Regex Single();

    [GeneratedRegex($@"^[(（](?<n>[0-9]{{1,3}}|{Chinese})[)）]\s*", Options)]
    private static partial Regex InBrackets();

    [GeneratedRegex($@"^(?<n>{Chinese})(?:[、.．:：]\s*|\s+)", Options)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex($@"^第(?<n>[0-9]{{1,3}}|{Chinese})(?:章|节|步|部分|阶段|轮|题)[、.．:：]?\s*", Options)]
    private static partial Regex ChapterNumber();

    [GeneratedRegex(@"^(?<n>[IVX]{1,6})[.、)）]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Roman();

    [GeneratedRegex(
        @"^(?:(?:step|stage|part|section|chapter|topic|question|problem|exercise|task|round)\s+|q\s?)#?(?<n>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:\s*[.:：)–—-]\s*|\s+|$)",
        Options
    )]
    private static partial Regex NamedStep();

    [GeneratedRegex(
        $@"^(?:问题|問題|题目|題目|步骤|步驟)\s*(?<n>[0-9]{{1,3}}|{Chinese})(?:\s*[、.．:：)）]\s*|\s+|$)",
        Options
    )]
    private static partial Regex NamedInChinese();

    /// <summary>A. Opening, B) Redis; not "C: pointers".</summary>
    [GeneratedRegex(@"^(?<n>[A-Z])(?:[.)]\s+|[、．）]\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    /// <summary>0:00, 9:30-10:15, 1:1, 10.00 – 10.45.</summary>
    [GeneratedRegex(@"^[0-9]{1,3}(?:[:：][0-9]|[.．][0-9]{2}\s*[-–—~～至到]\s*[0-9]{1,2}[.．:：][0-9]{2})", Options)]
    private static partial Regex Clock();

    /// <summary>5 min, 5-10 minutes, 1.5 hours, 9 am, 5 分钟; without a blank (5min) only when a sign follows, as "24h support" is a title.</summary>
    [GeneratedRegex(
        $@"^(?:[0-9]{{1,3}}(?:[.．][0-9]{{1,2}})?(?:\s*[-–—~～至到]\s*[0-9]{{1,3}})?|{Chinese})(?:\s+{Unit}|{Unit}\s*[:：)）|–—-])",
        Options
    )]
    private static partial Regex Length();

    [GeneratedRegex($@"^{Bracketed}[\s:：]*", Options)]
    private static partial Regex FlagBefore();

    [GeneratedRegex($@"\s*{Bracketed}\s*$", Options)]
    private static partial Regex FlagAfter();
}
