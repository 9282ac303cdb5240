using System.Globalization;
using System.Resources;

namespace InterviewBot.Rehearsing;

/// <summary>The few words a rehearsal adds to the cards.</summary>
internal sealed class RehearsalTexts
{
    private static readonly ResourceManager Store = new(typeof(RehearsalTexts));
    private readonly CultureInfo _culture;

    private RehearsalTexts(string language) =>
        _culture = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? CultureInfo.GetCultureInfo("zh-CN")
            : CultureInfo.InvariantCulture;

    public static RehearsalTexts In(string language) => new(language);

    public string this[string key] =>
        Store.GetString(key, _culture) ?? throw new KeyNotFoundException($"No text {key}.");

    public string With(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);
}
