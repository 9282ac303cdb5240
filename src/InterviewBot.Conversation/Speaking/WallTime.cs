using System.Globalization;

namespace InterviewBot.Conversation.Speaking;

/// <summary>Times as the person's clock on the wall shows them. An unknown zone counts as UTC.</summary>
internal sealed class WallTime(string zone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known)
        ? known
        : TimeZoneInfo.Utc;

    /// <summary>"14:05"</summary>
    public string At(DateTimeOffset time) => Local(time).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"Tue 24 Nov" or its Chinese form, by the pattern of the texts.</summary>
    public string Day(DateTimeOffset time, Texts texts) =>
        Local(time).ToString(texts["date.day"], CultureInfo.GetCultureInfo(texts.Language));

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone);
}
