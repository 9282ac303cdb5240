namespace InterviewBot.Conversation.Words;

/// <summary>Reads what follows <c>start</c>: a guide, and perhaps <c>for</c> (面试) a candidate. Either word may stand in a guide's own title.</summary>
internal static class StartWords
{
    private static readonly string[] Separators = [" for ", "面试", "面試"];

    /// <param name="mustFit">Only a guide that is on the shelf counts: an interview is open, and the line may be about it.</param>
    public static WordReading.Start? Read(string argument, IReadOnlyList<GuideName> guides, bool mustFit)
    {
        if (Fits(argument, guides))
            return new WordReading.Start(argument, null);
        var splits = Splits(argument).ToList();
        foreach (var split in splits)
        {
            if (Fits(split.GuideQuery, guides))
                return split;
        }
        if (mustFit)
            return null;
        return splits.Count > 0 ? splits[0] : new WordReading.Start(argument, null);
    }

    private static bool Fits(string query, IReadOnlyList<GuideName> guides) =>
        GuideSearch.Find(guides, query) is { } match && (match.Found is not null || !match.Ambiguous.IsEmpty);

    // The last separator first: names of people hold none.
    private static IEnumerable<WordReading.Start> Splits(string argument)
    {
        var folded = Folded.Width(argument);
        foreach (var separator in Separators)
        {
            for (
                var at = folded.LastIndexOf(separator, StringComparison.OrdinalIgnoreCase);
                at > 0;
                at = folded.LastIndexOf(separator, at - 1, StringComparison.OrdinalIgnoreCase)
            )
            {
                var guide = argument[..at].Trim();
                var candidate = argument[(at + separator.Length)..].Trim();
                if (guide.Length > 0 && candidate.Length > 0)
                    yield return new WordReading.Start(guide, candidate);
            }
        }
    }
}
