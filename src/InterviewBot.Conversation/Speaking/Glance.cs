using System.Globalization;

namespace InterviewBot.Conversation.Speaking;

/// <summary>Shortens text to what is read at a glance, on one line and never inside a character.</summary>
internal static class Glance
{
    public static string Of(string text, int longest)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= longest)
            return line;
        var end = 0;
        while (end < line.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(line, end);
            if (next > longest - 1)
                break;
            end = next;
        }
        return line[..end].TrimEnd() + "…";
    }
}
