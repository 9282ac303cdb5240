using System.Collections.Immutable;
using System.Text;

namespace InterviewBot.Pictures.Layout;

/// <summary>Breaks labels into lines by the widths of an ordinary sans serif font, reckoned a little wide, so that no font of a reader overflows its box.</summary>
internal static class LabelText
{
    public const double Size = 14;
    public const double LineHeight = 20;
    private const int MostLines = 7;
    private const string NotFirst = "，。、；：？！）】」』”’》,.;:?!)]}%…";
    private const string NotLast = "（【「『“‘《([{";

    /// <summary>As few lines as the width allows, then as even as that number allows: no lonely letter on the last.</summary>
    public static ImmutableArray<string> Wrap(string text, double width)
    {
        var lines = Lines(text, width);
        for (var narrower = width - Size; lines.Count > 1 && narrower >= width / 2; narrower -= Size)
        {
            var tried = Lines(text, narrower);
            if (tried.Count > lines.Count)
                break;
            lines = tried;
        }
        if (lines.Count <= MostLines)
            return [.. lines];
        lines[MostLines - 1] = lines[MostLines - 1].TrimEnd() + "…";
        return [.. lines[..MostLines]];
    }

    private static List<string> Lines(string text, double width)
    {
        var lines = new List<string>();
        foreach (
            var written in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            Wrap(written, width, lines);
        return lines;
    }

    /// <summary>In pixels at <see cref="Size"/>.</summary>
    public static double Width(string text)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes())
            em += Em(rune);
        return em * Size;
    }

    private static void Wrap(string text, double width, List<string> lines)
    {
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Width(line + piece.TrimEnd()) > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
            }
            line.Append(line.Length == 0 ? piece.TrimStart() : piece);
            // One word longer than a line is cut where the line ends.
            while (Width(line.ToString()) > width && Fitting(line.ToString(), width) is var fits and > 0)
            {
                if (fits >= line.Length)
                    break;
                lines.Add(line.ToString(0, fits));
                line.Remove(0, fits);
            }
        }
        if (line.ToString().TrimEnd() is { Length: > 0 } rest)
            lines.Add(rest);
    }

    /// <summary>What may not be divided: a Latin word with the blank behind it, a Chinese letter with the signs that cling to it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var clings = piece.Length > 0 && !EndsBefore(piece, rune);
            if (!clings && piece.Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(rune.ToString());
        }
        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static bool EndsBefore(StringBuilder piece, Rune next)
    {
        var last = piece[^1];
        if (next.IsBmp && NotFirst.Contains((char)next.Value, StringComparison.Ordinal))
            return false;
        if (NotLast.Contains(last, StringComparison.Ordinal) || next.Value == ' ')
            return false;
        return last is ' ' or '/' or '-' || IsWide(last) || Em(next) >= 1;
    }

    private static int Fitting(string text, double width)
    {
        var (used, at) = (0.0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Em(rune) * Size;
            if (used > width && at > 0)
                return at;
            at += rune.Utf16SequenceLength;
        }
        return at;
    }

    private static bool IsWide(char c) => c >= '\u2E80' || char.IsSurrogate(c);

    private static double Em(Rune rune) =>
        rune.Value switch
        {
            >= 0x2E80 => 1.02,
            ' ' => 0.3,
            'i' or 'j' or 'l' or 'I' or '|' or '\'' or '.' or ',' or ':' or ';' or '!' => 0.32,
            'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or '"' => 0.4,
            'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
            >= 'A' and <= 'Z' or '&' => 0.73,
            >= 0x2010 and <= 0x2BFF => 1,
            _ => 0.6,
        };
}
