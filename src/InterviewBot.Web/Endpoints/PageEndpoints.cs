using System.Globalization;
using System.Reflection;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Page;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace InterviewBot.Web.Endpoints;

/// <summary>The page, its files, its token and its live stream.</summary>
internal static class PageEndpoints
{
    private static readonly Assembly Here = typeof(PageEndpoints).Assembly;
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static async Task<IResult> Page(
        HttpContext context,
        ILocalMessages messages,
        IGuideShelf shelf,
        IAntiforgery antiforgery,
        Fragments fragments,
        string? @as = null,
        string? lang = null,
        string? guide = null
    )
    {
        var person = LocalPeople.Find(@as) ?? LocalPeople.Interviewer;
        if (lang is not null)
        {
            if (LocalViewers.KnownLanguage(lang) is { } known)
                context.Response.Cookies.Append(LocalViewers.LanguageCookie, known, Preference());
            return TypedResults.LocalRedirect($"/?as={person.User}");
        }
        var viewer = LocalViewers.Of(context.Request, person);
        var loaded = await ChatContent.Load(messages, shelf, viewer, context.RequestAborted);
        var content = loaded with { Chosen = loaded.Guides.FirstOrDefault(g => g.Name == guide) };
        var token = antiforgery.GetAndStoreTokens(context).RequestToken!;
        return TypedResults.Content(await fragments.Page(viewer, content, token), "text/html; charset=utf-8");
    }

    /// <summary>A fresh token for a page that outlived the process; other origins cannot read the answer.</summary>
    public static IResult Token(HttpContext context, IAntiforgery antiforgery) =>
        TypedResults.Text(antiforgery.GetAndStoreTokens(context).RequestToken!, "text/plain");

    public static IResult Asset(string name, HttpContext context)
    {
        if (
            Here.GetManifestResourceStream($"chat/{name}") is not { } file
            || !ContentTypes.TryGetContentType(name, out var type)
        )
            return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "no-cache";
        var version = new Microsoft.Net.Http.Headers.EntityTagHeaderValue(
            $"\"{Here.ManifestModule.ModuleVersionId:N}\""
        );
        return TypedResults.Stream(file, type, entityTag: version);
    }

    public static IResult Live(string user, HttpContext context, LiveUpdates live, long after = 0)
    {
        if (LocalPeople.Find(user) is not { } person)
            return TypedResults.NotFound();
        var last = context.Request.Headers["Last-Event-ID"].ToString();
        var cursor = long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : after;
        return TypedResults.ServerSentEvents(
            live.After(LocalViewers.Of(context.Request, person), cursor, context.RequestAborted)
        );
    }

    private static CookieOptions Preference() =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        };
}
