namespace InterviewBot.Guides.Documents;

/// <summary>A quoted sentence in the prose of a section is what to say on entering it.</summary>
internal static class LeadIns
{
    private static readonly (char Open, char Close)[] Quotes =
    [
        ('“', '”'),
        ('"', '"'),
        ('「', '」'),
        ('『', '』'),
        ('＂', '＂'),
    ];

    /// <returns>The first quotation long enough to be a sentence, without its quotation marks; null when there is none.</returns>
    public static string? Find(string prose)
    {
        var unclosed = new HashSet<char>();
        for (var at = 0; at < prose.Length; at++)
        {
            var mark = Array.Find(Quotes, q => q.Open == prose[at]);
            if (mark == default || unclosed.Contains(mark.Open))
                continue;
            var end = prose.IndexOf(mark.Close, at + 1);
            if (end < 0)
            {
                unclosed.Add(mark.Open);
                continue;
            }
            var quoted = prose[(at + 1)..end].Trim();
            if (IsSentence(quoted))
                return quoted;
            at = end;
        }
        return null;
    }

    /// <summary>Ten Chinese letters or five words: less is a term in quotation marks.</summary>
    private static bool IsSentence(string text) =>
        text.Count(Script.IsChinese) >= 10
        || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= 5
        || (text.Length >= 8 && text[^1] is '?' or '？' or '。' or '!' or '！');
}
