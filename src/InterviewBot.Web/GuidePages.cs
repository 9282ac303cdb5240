using System.Text.Encodings.Web;
using System.Text.Unicode;
using InterviewBot.Web.Guarding;
using InterviewBot.Web.Guides;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewBot.Web;

/// <summary>
/// The guides as pages, for those who write them. Served whatever channels are on, and to this computer only: what is asked, and what
/// a good answer sounds like, is not for candidates; whoever may read the machine's files may read the guides.
/// </summary>
public static class GuidePages
{
    /// <summary>Needs from the host: <c>IGuideFiles</c>, <c>IGuideVersions</c>, <c>IGuideTexts</c>.</summary>
    public static IServiceCollection AddGuidePages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }

    public static void MapGuidePages(this IEndpointRouteBuilder routes, LocalKey key)
    {
        var guides = routes.MapGroup("/guides");
        ((IEndpointConventionBuilder)guides).Add(LocalGuard.With(key));
        guides.MapGet("", GuideEndpoints.List);
        guides.MapGet(
            "/assets/{name}",
            (string name, HttpContext context) => Endpoints.PageEndpoints.Asset(name, context)
        );
        guides.MapGet("/{name}", GuideEndpoints.Guide);
    }
}
