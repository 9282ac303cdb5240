using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.People;

/// <summary>
/// Reads from a request who looks: the person from the address, the time zone from a cookie, the language from the page that asks (<c>?lang=</c>),
/// else from a cookie: two tabs may be in two languages.
/// </summary>
internal static class LocalViewers
{
    public const string LanguageCookie = "interviewbot-language";

    /// <summary>Set by the page's script to the browser's IANA zone.</summary>
    public const string ZoneCookie = "interviewbot-zone";

    public static LocalViewer Of(HttpRequest request, LocalPerson person) =>
        new(person, LanguageOf(request), ZoneOf(request));

    /// <summary>For lines worked on again after a restart, when nobody is there to ask: the language the line is written in.</summary>
    public static LocalViewer Absent(LocalPerson person, string text) =>
        new(person, text.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "zh-CN" : "en", TimeZoneInfo.Local);

    public static string? KnownLanguage(string? text) =>
        text switch
        {
            "en" => "en",
            "zh" or "zh-CN" => "zh-CN",
            _ => null,
        };

    private static string LanguageOf(HttpRequest request) =>
        KnownLanguage(request.Query["lang"])
        ?? KnownLanguage(request.Cookies[LanguageCookie])
        ?? request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l =>
                l.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN"
                : l.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
                : null
            )
            .FirstOrDefault(l => l is not null)
        ?? "en";

    private static TimeZoneInfo ZoneOf(HttpRequest request) =>
        request.Cookies[ZoneCookie] is { Length: > 0 and < 64 } id
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.Local;
}
