using System.Globalization;
using System.Resources;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Web.Guides;

/// <summary>The guide pages' own words in one language; a guide's texts stay in the guide's.</summary>
public sealed class GuideTexts
{
    private static readonly ResourceManager Resources = new(typeof(GuideTexts));
    private static readonly GuideTexts English = new("en", CultureInfo.InvariantCulture);
    private static readonly GuideTexts Chinese = new("zh-CN", CultureInfo.GetCultureInfo("zh-CN"));
    private readonly CultureInfo _culture;

    private GuideTexts(string language, CultureInfo culture) => (Language, _culture) = (language, culture);

    public string Language { get; }

    /// <summary>"zh-CN", else English.</summary>
    public static GuideTexts In(string language) => language == "zh-CN" ? Chinese : English;

    public string this[string key] =>
        Resources.GetString(key, _culture) ?? throw new KeyNotFoundException($"The page has no text \"{key}\".");

    public string Format(string key, params object[] values) => string.Format(_culture, this[key], values);

    public string Way(Way way) =>
        way switch
        {
            InterviewBot.Guides.Flows.Way.Yes => this["yes"],
            InterviewBot.Guides.Flows.Way.No => this["no"],
            _ => way.Label(),
        };
}
