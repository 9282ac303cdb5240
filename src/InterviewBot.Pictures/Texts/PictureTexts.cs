using System.Globalization;
using System.Resources;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Pictures.Texts;

/// <summary>The few words of ours in a drawing, in the language of the guide.</summary>
internal sealed class PictureTexts
{
    private static readonly ResourceManager Store = new(typeof(PictureTexts));
    private readonly CultureInfo _culture;

    private PictureTexts(string language) =>
        _culture = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? CultureInfo.GetCultureInfo("zh-CN")
            : CultureInfo.InvariantCulture;

    public static PictureTexts In(string language) => new(language);

    public string this[string key] =>
        Store.GetString(key, _culture) ?? throw new KeyNotFoundException($"No text {key}.");

    public string Way(Way way) =>
        way switch
        {
            Guides.Flows.Way.Yes => this["yes"],
            Guides.Flows.Way.No => this["no"],
            Guides.Flows.Way.Path1 => "1",
            Guides.Flows.Way.Path2 => "2",
            Guides.Flows.Way.Path3 => "3",
            _ => "",
        };
}
