using System.Text;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// A text of several lines as Teams draws it: a single line break is a blank there, so each line is a paragraph. What people typed stays what
/// they typed: its marks are no Markdown, its angle brackets no tags.
/// </summary>
internal static class Markdown
{
    private const string Marks = @"\`*_[]~|";

    // Of headings and lists, when a line begins with them.
    private const string Beginnings = "#+-=";

    public static string Of(string text) =>
        string.Join("\n\n", text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(Line));

    private static string Line(string line)
    {
        var made = new StringBuilder(line.Length + 8);
        var number = line.TakeWhile(char.IsAsciiDigit).Count();
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            var isMark =
                Marks.Contains(c)
                || (i == 0 && Beginnings.Contains(c))
                || (number > 0 && i == number && c is '.' or ')');
            made.Append(
                c switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    '>' => "&gt;",
                    _ when isMark => $"\\{c}",
                    _ => c.ToString(),
                }
            );
        }
        return made.ToString();
    }
}
