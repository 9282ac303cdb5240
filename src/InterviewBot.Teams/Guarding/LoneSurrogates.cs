using System.Globalization;

namespace InterviewBot.Teams.Guarding;

/// <summary>
/// Half a character, as some clients send it when they cut a text (<c>"\ud83d"</c> with nothing behind it), is none that .NET reads: wherever
/// it stands in a body, it becomes U+FFFD, and the rest of the message is read.
/// </summary>
internal static class LoneSurrogates
{
    private const int Length = 6; // \uXXXX

    /// <summary>In place: what is written is as long as what was there.</summary>
    public static void Mend(Span<byte> json)
    {
        for (var i = 0; i + 1 < json.Length; i++)
        {
            if (json[i] != '\\')
                continue;
            var code = Code(json[i..]);
            if (code is null or < 0xD800 or > 0xDFFF)
            {
                // Over what is escaped, which may be a backslash itself.
                i++;
                continue;
            }
            if (code < 0xDC00 && Code(json[Math.Min(json.Length, i + Length)..]) is >= 0xDC00 and <= 0xDFFF)
                i += Length;
            else
                "FFFD"u8.CopyTo(json[(i + 2)..]);
            i += Length - 1;
        }
    }

    private static int? Code(ReadOnlySpan<byte> at) =>
        at.Length >= Length
        && at[0] == '\\'
        && at[1] == 'u'
        && int.TryParse(at[2..Length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
