using System.Globalization;
using System.Resources;

namespace InterviewBot.Slack.Texts;

/// <summary>Slack's own words in one language (forms, home tab); the bot's texts come ready from its cards and replies.</summary>
internal sealed class SlackTexts
{
    private static readonly ResourceManager Resources = new(typeof(SlackTexts));
    private static readonly SlackTexts English = new(CultureInfo.InvariantCulture);
    private static readonly SlackTexts Chinese = new(CultureInfo.GetCultureInfo("zh-CN"));
    private readonly CultureInfo _culture;

    private SlackTexts(CultureInfo culture) => _culture = culture;

    /// <summary>Chinese for "zh…", English for all others.</summary>
    public static SlackTexts In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    public string this[string key] =>
        Resources.GetString(key, _culture) ?? throw new KeyNotFoundException($"Slack has no text \"{key}\".");

    public string With(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);
}
