using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>
/// CommonMark lets blanks and tabs follow a closing fence; Markdig lets any white space, U+3000 too. GitHub and most
/// editors do not, so neither may we: the author would see another document.
/// </summary>
internal static partial class StrictFences
{
    /// <summary>Takes the place of white space that spoils a fence; one unit for one, so that offsets stay.</summary>
    private const string Spoiler = "\uFFFC";

    public static string Mark(string text) => Spoilt().Replace(text, m => m.Groups[1].Value + Spoiler);

    [GeneratedRegex(
        @"((?:^|[\r\n])[ \t>]*(?:`{3,}|~{3,})[ \t]*)[^\S\r\n \t](?=[^\S\r\n]*(?:[\r\n]|$))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Spoilt();
}
