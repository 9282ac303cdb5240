using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace InterviewBot.Conversation.Speaking;

/// <summary>The bot's own texts in one language, chosen explicitly and never by the process's culture. Chinese for "zh…", English for all others.</summary>
internal sealed class Texts
{
    public const string English = "en";
    public const string Chinese = "zh-CN";

    private static readonly ResourceManager Store = new(typeof(Texts));
    private static readonly Texts InEnglish = new(English, CultureInfo.InvariantCulture);
    private static readonly Texts InChinese = new(Chinese, CultureInfo.GetCultureInfo(Chinese));

    private readonly FrozenDictionary<string, string> _texts;

    private Texts(string language, CultureInfo culture)
    {
        Language = language;
        // Without parents: a text that is missing in Chinese has to be noticed, not replaced by English.
        using var set = Store.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        _texts = set.Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    public string Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    public static Texts In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? InChinese : InEnglish;

    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text {key} in {Language}.");

    public string With(string key, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The text for a number of things: <c>KEY.one</c> for 1, <c>KEY.many</c> for all others, 0 included.</summary>
    public string Count(string key, int number) => With(number == 1 ? key + ".one" : key + ".many", number);

    /// <summary>"“…”", shortened to a glance.</summary>
    public string Quote(string text, int longest = 60) => With("quote", Glance.Of(text, longest));
}
