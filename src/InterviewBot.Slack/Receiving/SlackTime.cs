using System.Globalization;

namespace InterviewBot.Slack.Receiving;

/// <summary>Slack's "seconds.micros". Never a double: two messages would become one.</summary>
internal static class SlackTime
{
    public static DateTimeOffset? Read(string? ts)
    {
        if (ts?.Split('.') is not [var seconds, .. var rest] || rest.Length > 1)
            return null;
        if (
            !long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)
            || whole > 253_402_300_799
        )
            return null;
        var micros = 0L;
        if (
            rest is [var fraction]
            && !long.TryParse(
                fraction.PadRight(6, '0')[..6],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out micros
            )
        )
            return null;
        return DateTimeOffset.FromUnixTimeSeconds(whole).AddTicks(micros * 10);
    }

    public static string Write(DateTimeOffset at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{at.ToUnixTimeSeconds()}.{at.UtcTicks % TimeSpan.TicksPerSecond / 10:000000}"
        );
}
