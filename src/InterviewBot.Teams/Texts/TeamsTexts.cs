using System.Globalization;
using System.Resources;

namespace InterviewBot.Teams.Texts;

/// <summary>What the bot says in Teams only, in one language; cards and answers come with their texts.</summary>
internal sealed class TeamsTexts
{
    private static readonly ResourceManager Store = new(typeof(TeamsTexts));
    private static readonly TeamsTexts English = new(CultureInfo.InvariantCulture);
    private static readonly TeamsTexts Chinese = new(CultureInfo.GetCultureInfo("zh-CN"));
    private readonly CultureInfo _culture;

    private TeamsTexts(CultureInfo culture) => _culture = culture;

    public string Language => _culture == CultureInfo.InvariantCulture ? "en" : "zh-CN";

    public static TeamsTexts In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : English;

    public string this[string key] =>
        Store.GetString(key, _culture) ?? throw new KeyNotFoundException($"Teams has no text \"{key}\".");

    public string With(string key, params object[] values) => string.Format(_culture, this[key], values);
}
