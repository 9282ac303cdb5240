namespace InterviewBot.Conversation.Words;

/// <summary>A typed line that has the shape of a command: a row of the table and what follows its word.</summary>
/// <param name="Argument">As typed, trimmed; "" when the word stands alone.</param>
/// <param name="AfterColon">A colon stood between word and argument.</param>
/// <param name="Did">The word as it stands in the table.</param>
internal sealed record TypedCommand(CommandWord Row, string Argument, bool AfterColon, string Did)
{
    /// <summary>Every reading of the line as word and argument: several, as one word may begin another (跳到 has no space after it).</summary>
    public static IEnumerable<TypedCommand> Readings(string text)
    {
        var alone = Folded.Command(text);
        var typed = text.Trim();
        var folded = Folded.Width(typed);
        foreach (var row in CommandTable.Rows)
        {
            foreach (var word in row.Words)
            {
                if (string.Equals(alone, word, StringComparison.OrdinalIgnoreCase))
                    yield return new TypedCommand(row, "", false, word);
                else if (row.Form is not (Form.Alone or Form.OnFork) && After(word, typed, folded) is { } after)
                    yield return new TypedCommand(row, after.Argument, after.Colon, word);
            }
        }
    }

    private static (string Argument, bool Colon)? After(string word, string typed, string folded)
    {
        if (!folded.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return null;
        var at = word.Length;
        while (at < folded.Length && folded[at] == ' ')
            at++;
        var colon = at < folded.Length && folded[at] == ':';
        // Chinese is written without spaces; a Latin word goes on until one ("startup" is no "start").
        if (at == word.Length && !colon && char.IsAsciiLetter(word[^1]))
            return null;
        var argument = typed[(colon ? at + 1 : at)..].Trim();
        return argument.Length == 0 ? null : (argument, colon);
    }
}
