using System.Globalization;
using System.Resources;

namespace InterviewBot.Web.Texts;

/// <summary>The page's own words in one language; the bot's texts come ready from its cards and replies.</summary>
public sealed class ChatTexts
{
    private static readonly ResourceManager Resources = new(typeof(ChatTexts));
    private static readonly ChatTexts English = new(CultureInfo.InvariantCulture);
    private static readonly ChatTexts Chinese = new(CultureInfo.GetCultureInfo("zh-CN"));
    private readonly CultureInfo _culture;

    private ChatTexts(CultureInfo culture) => _culture = culture;

    /// <summary>"zh-CN", else English.</summary>
    public static ChatTexts In(string language) => language == "zh-CN" ? Chinese : English;

    public string this[string key] =>
        Resources.GetString(key, _culture) ?? throw new KeyNotFoundException($"The page has no text \"{key}\".");

    public string Format(string key, params object[] values) => string.Format(_culture, this[key], values);
}
