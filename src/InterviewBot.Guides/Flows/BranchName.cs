namespace InterviewBot.Guides.Flows;

/// <summary>
/// The name of a branch, <c>c(yes@often)</c> (C8). It is looked for in the first parentheses of the whole line only, and
/// what is found is taken out at its first occurrence, wherever that is.
/// </summary>
internal static class BranchName
{
    /// <summary>Quick, for the lines without one.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> line) => line.Contains('@') && line.Contains(')');

    public static Statement Remove(in Statement line)
    {
        var name = In(line.Text);
        if (name.IsEmpty)
            return line;
        var found = string.Concat("@", name);
        return line.Without(line.Text.IndexOf(found), found.Length);
    }

    /// <returns>Empty when there is none.</returns>
    public static ReadOnlySpan<char> In(ReadOnlySpan<char> text)
    {
        var selector = ScriptText.Substring(text, text.IndexOf('(') + 1, text.IndexOf(')'));
        if (selector.IndexOf(',') is var comma and > 0)
            selector = selector[..comma];
        var mark = selector.IndexOf('@');
        if (mark < 0)
            return [];
        var name = selector[(mark + 1)..];
        if (name.IndexOf('@') is var second and >= 0)
            name = name[..second];
        return name;
    }
}
