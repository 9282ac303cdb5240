using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>A heading taken apart: <c>3.2.1 (required) Redis</c>.</summary>
/// <param name="Number">As written, without its punctuation: <c>3.2.1</c>, <c>三</c>, <c>IV</c>.</param>
/// <param name="IsConflicting">Both required and optional; required stands.</param>
internal sealed record HeadingWords(string? Number, string Title, bool? Required, bool IsConflicting)
{
    /// <summary>Not backtracking: time linear in the heading, whatever it holds.</summary>
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex[] Numbers =
    [
        // 3.2.1 title, 3.1title, 0.title, 3、title, 3) title; a lone number without any sign wants a blank after it.
        new(@"^(?<n>[0-9]{1,3}(?:[.．][0-9]{1,3})+)(?:[.．、)）:：]\s*|\s*)", Options),
        new(@"^(?<n>[0-9]{1,3})(?:[.．、)）:：]\s*|\s+)", Options),
        new(@"^[(（](?<n>[0-9]{1,3})[)）]\s*", Options),
        new(@"^(?<n>[〇零一二三四五六七八九十百]{1,4})(?:[、.．:：]\s*|\s+)", Options),
        new(@"^[(（](?<n>[〇零一二三四五六七八九十百]{1,4})[)）]\s*", Options),
        new(@"^第(?<n>[0-9〇零一二三四五六七八九十百]{1,4})(?:章|节|步|部分|阶段|轮|题)[、.．:：]?\s*", Options),
        new(@"^(?<n>[IVX]{1,6})[.、)）]\s*", Options),
        new(
            @"^(?:step|stage|part|section|chapter|topic)\s+(?<n>[0-9]{1,3}(?:\.[0-9]{1,3})*)(?:\s*[.:：)–—-]\s*|\s+)",
            Options | RegexOptions.IgnoreCase
        ),
    ];

    private const string Words = "必选|必问|必答|必须|可选|选问|选答|选做|required|mandatory|optional";

    private static readonly Regex Before = new($@"^{Bracketed}[\s:：]*", Options | RegexOptions.IgnoreCase);

    private static readonly Regex After = new($@"\s*{Bracketed}\s*$", Options | RegexOptions.IgnoreCase);

    private static string Bracketed =>
        $@"(?:\(\s*(?<f>{Words})\s*\)|（\s*(?<f>{Words})\s*）|\[\s*(?<f>{Words})\s*\]|［\s*(?<f>{Words})\s*］|【\s*(?<f>{Words})\s*】|〔\s*(?<f>{Words})\s*〕|[(（\[［【]\s*(?<f>{Words})\s*[)）\]］】])";

    public static HeadingWords Read(string heading)
    {
        var title = heading.Trim();
        string? number = null;
        bool? required = null;
        var isConflicting = false;
        while (true)
        {
            if (number is null && Array.Find(Numbers, n => n.IsMatch(title)) is { } pattern)
            {
                var match = pattern.Match(title);
                (number, title) = (match.Groups["n"].Value.Replace('．', '.'), title[match.Length..].TrimStart());
            }
            else if (Before.Match(title) is { Success: true } before)
            {
                Flag(before);
                title = title[before.Length..].TrimStart();
            }
            else if (After.Match(title) is { Success: true } after)
            {
                Flag(after);
                title = title[..after.Index].TrimEnd();
            }
            else
            {
                return new HeadingWords(number, title.Length > 0 ? title : heading.Trim(), required, isConflicting);
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
}
