using System.Text;
using System.Text.Unicode;

namespace InterviewBot.Slack;

/// <summary>
/// Half a surrogate pair, or bytes that are no UTF-8, make a JSON text that parses and then throws wherever it is read. They become U+FFFD
/// before it is parsed, names of members included, so that nothing behind has to think of them.
/// </summary>
internal static class OddUnicode
{
    public static byte[] Mended(byte[] json)
    {
        var whole = Utf8.IsValid(json) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        for (var i = 0; i + 1 < whole.Length; i++)
        {
            if (whole[i] != '\\')
                continue;
            if (Unit(whole, i) is not { } unit)
            {
                i++; // an escaped sign, a backslash perhaps
                continue;
            }
            if (char.IsHighSurrogate(unit) && Unit(whole, i + 6) is { } second && char.IsLowSurrogate(second))
                i += 11;
            else
            {
                if (char.IsSurrogate(unit))
                    "FFFD"u8.CopyTo(whole.AsSpan(i + 2));
                i += 5;
            }
        }
        return whole;
    }

    // \uXXXX at this place; null: something else stands there.
    private static char? Unit(byte[] json, int at)
    {
        if (at + 6 > json.Length || json[at] != '\\' || json[at + 1] != 'u')
            return null;
        var value = 0;
        for (var i = at + 2; i < at + 6; i++)
        {
            if (!char.IsAsciiHexDigit((char)json[i]))
                return null;
            value = (value << 4) | Convert.ToInt32(((char)json[i]).ToString(), 16);
        }
        return (char)value;
    }
}
