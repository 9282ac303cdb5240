using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// Marks of GitHub, wikis and site generators that are drawn there and would be read aloud from a card: tables, check boxes, alerts,
/// containers, footnotes. Their words stay.
/// </summary>
internal static partial class ProseMarks
{
    /// <summary>The lines of a paragraph without such marks; rows of a table are marked, each is a line of its own.</summary>
    public static IEnumerable<(string Text, bool IsRow)> Without(string[] lines)
    {
        var ruler = Array.FindIndex(lines, 1, Math.Max(0, lines.Length - 1), IsRuler);
        for (var i = 0; i < lines.Length; i++)
        {
            if (ruler > 0 && i == ruler)
                continue;
            var isRow = ruler > 0 && i >= ruler - 1 && lines[i].Contains('|', StringComparison.Ordinal);
            var text = isRow ? Row(lines[i]) : OneLine(lines[i]);
            if (text.Length > 0)
                yield return (text, isRow);
        }
    }

    private static string OneLine(string line)
    {
        var text = line.Replace('\u00A0', ' ');
        if (text.StartsWith(":::", StringComparison.Ordinal) || text.StartsWith("!!!", StringComparison.Ordinal))
            text = Container().Replace(text, "");
        else if (text.StartsWith('['))
            text = Box().Replace(text, "");
        return Footnote().Replace(text, "[$1]").Trim();
    }

    /// <summary>"| 3 | knows both | asks back |" is "3: knows both · asks back".</summary>
    private static string Row(string line)
    {
        var cells = line.Replace('\u00A0', ' ')
            .Trim()
            .Trim('|')
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return cells.Length < 2
            ? string.Concat(cells)
            : $"{cells[0].TrimEnd(':', '：')}: {string.Join(" · ", cells[1..])}";
    }

    private static bool IsRuler(string line) =>
        line.Contains('|', StringComparison.Ordinal)
        && line.Contains('-', StringComparison.Ordinal)
        && line.AsSpan().IndexOfAnyExcept(" \t|:-") < 0;

    /// <summary>[ ] and [x] of a task, [!NOTE] of an alert.</summary>
    [GeneratedRegex(
        @"^\[(?:[ xX]\](?=\s)|!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\])\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Box();

    /// <summary>":::tip A title" keeps its title, as "!!! note" does.</summary>
    [GeneratedRegex(
        @"^(?::{3,}|!{3})\s*(?:(?:note|tip|info|warning|danger|caution|details|important|success|question|quote|example|abstract)\b)?\s*",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Container();

    [GeneratedRegex(@"\[\^([^\]\s]{1,40})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();
}
