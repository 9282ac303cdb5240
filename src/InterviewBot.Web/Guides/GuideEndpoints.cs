using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Linting;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Web.Guides;

/// <summary>The list of guides, and one guide with everything in it. Linting and drawing happen when somebody looks, never at a start.</summary>
internal static class GuideEndpoints
{
    public static async Task<IResult> List(HttpContext context, IGuideFiles files, string? lang = null)
    {
        if (lang is not null)
            return Chosen(context, lang, "/guides");
        return await Html.Page<GuideListPage>(
            context,
            new()
            {
                [nameof(GuideListPage.Viewer)] = Viewer(context),
                [nameof(GuideListPage.HasChat)] = HasChat(context),
                [nameof(GuideListPage.Files)] = files.Files.Select(ListedGuide.Of).ToList(),
            }
        );
    }

    /// <param name="version">The hash of a version that an interview was started with; none: what stands in the folder now.</param>
    public static async Task<IResult> Guide(
        HttpContext context,
        string name,
        IGuideFiles files,
        IGuideVersions versions,
        IGuideTexts texts,
        string? version = null,
        string? lang = null
    )
    {
        if (lang is not null)
            return Chosen(context, lang, $"/guides/{Uri.EscapeDataString(name)}");
        var file = files.Files.FirstOrDefault(f => f.Name == name);
        var known = await versions.Versions(name, context.RequestAborted);
        var pinned = version is null ? null : known.FirstOrDefault(v => v.Hash == version);
        var text = pinned is null ? file?.Text : (await texts.Find(pinned.Hash, context.RequestAborted))?.Text;
        if (text is null || (version is not null && pinned is null))
            return await NotFound(context, file);
        return await Html.Page<GuidePage>(
            context,
            new()
            {
                [nameof(GuidePage.Viewer)] = Viewer(context),
                [nameof(GuidePage.HasChat)] = HasChat(context),
                [nameof(GuidePage.File)] = file,
                [nameof(GuidePage.Name)] = name,
                [nameof(GuidePage.Reading)] = GuideLinter.Read(name, text),
                [nameof(GuidePage.Versions)] = known,
                [nameof(GuidePage.Shown)] = pinned,
            }
        );
    }

    private static Task<ContentHttpResult> NotFound(HttpContext context, GuideFile? file) =>
        Html.Page<GuideListPage>(
            context,
            new()
            {
                [nameof(GuideListPage.Viewer)] = Viewer(context),
                [nameof(GuideListPage.HasChat)] = HasChat(context),
                [nameof(GuideListPage.Files)] = new List<ListedGuide>(),
                [nameof(GuideListPage.IsMissing)] = true,
                [nameof(GuideListPage.CannotBeRead)] = file?.File,
            },
            StatusCodes.Status404NotFound
        );

    // The guides are there without the chat, when Slack or Teams is on.
    private static bool HasChat(HttpContext context) => context.RequestServices.GetService<LocalHouse>() is not null;

    private static LocalViewer Viewer(HttpContext context) => LocalViewers.Of(context.Request, LocalPeople.Interviewer);

    private static RedirectHttpResult Chosen(HttpContext context, string lang, string back)
    {
        if (LocalViewers.KnownLanguage(lang) is { } known)
            context.Response.Cookies.Append(
                LocalViewers.LanguageCookie,
                known,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Strict,
                    MaxAge = TimeSpan.FromDays(365),
                    IsEssential = true,
                }
            );
        return TypedResults.LocalRedirect(back);
    }
}

/// <summary>A guide as the list shows it.</summary>
/// <param name="Guide">Of the text that is served; of the file when nothing is served; null when nothing can be asked.</param>
public sealed record ListedGuide(GuideFile File, Guide? Guide, int Errors, int Warnings, int Infos)
{
    public static ListedGuide Of(GuideFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var reading = file.Text is null ? null : GuideLinter.Read(file.Name, file.Text);
        int Count(InterviewBot.Guides.ProblemLevel level) => reading?.Problems.Count(p => p.Level == level) ?? 0;
        return new ListedGuide(
            file,
            file.Serving?.Guide ?? reading?.Guide,
            Count(InterviewBot.Guides.ProblemLevel.Error),
            Count(InterviewBot.Guides.ProblemLevel.Warning),
            Count(InterviewBot.Guides.ProblemLevel.Info)
        );
    }
}
