using System.Globalization;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Slack.Cards;

/// <summary>
/// A press in the values and ids that Slack gives back: <c>stream:step:verb:argument</c>. Where Slack has no room for it (75 units in an
/// option) its hash stands in: <c>stream:step:#hash</c>, found again on the card as it is then drawn.
/// </summary>
internal static class PressCode
{
    public static string Write(Press press, int longest)
    {
        var code = $"{press.Stream}:{press.Step}:{press.Verb}:{press.Argument}";
        return code.Length <= longest ? code : $"{press.Stream}:{press.Step}:#{Hash(code)}";
    }

    /// <summary>Null when it is none of ours.</summary>
    public static Press? Read(string? code)
    {
        if (
            code?.Split(':', 4) is not [var stream, var step, var verb, .. var rest]
            || !StreamId.TryParse(stream, out var id)
        )
            return null;
        int? number = null;
        if (step.Length > 0)
        {
            if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
                return null;
            number = parsed;
        }
        var argument = rest is [{ Length: > 0 } some] ? some : null;
        return verb.Length is > 0 and <= 64 ? new Press(id, verb, number, argument) : null;
    }

    public static bool IsHashed(Press press) => press.Verb.StartsWith('#');

    /// <summary>The press behind a hash, on the card it should stand on; null: it stands there no more.</summary>
    public static Press? Find(Press hashed, Card card) =>
        card.Presses().FirstOrDefault(p => p.Stream == hashed.Stream && Write(p, 0).Split(':', 3)[2] == hashed.Verb);

    /// <summary>64-bit FNV-1a, as hex.</summary>
    public static string Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in System.Text.Encoding.UTF8.GetBytes(text))
            hash = (hash ^ b) * 1099511628211UL;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
