using System.Globalization;
using System.Text;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// How wide a text is, in sizes of its font: of a half-bold sans serif, reckoned and not measured, as each client has its own. The widest in
/// use are a seventh wider.
/// </summary>
internal static class Ems
{
    public static double Of(string text) => text.EnumerateRunes().Sum(Of);

    private static double Of(Rune rune) =>
        rune.Value switch
        {
            'i' or 'j' or 'l' or 'f' or 't' or 'r' or 'I' or ' ' or '.' or ',' or ':' or ';' or '!' or '\'' or '|' =>
                0.34,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
            >= 'A' and <= 'Z' => 0.75,
            < 0x80 => 0.57,
            _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => 0,
            // Chinese, emoji, and scripts nobody reckoned here.
            >= 0x1100 => 1.1,
            _ => 0.75,
        };
}
