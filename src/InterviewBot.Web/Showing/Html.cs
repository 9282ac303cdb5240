using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Web.Showing;

/// <summary>
/// Components as HTML, written once and never alive. By the plain renderer: what Blazor adds for live pages (forms, state, navigation)
/// is not used here, is slow to start and can't be compiled ahead.
/// </summary>
internal static class Html
{
    public static async Task<string> Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(
        IServiceProvider services,
        Dictionary<string, object?> parameters
    )
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }

    public static async Task<ContentHttpResult> Page<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T
    >(HttpContext context, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where T : IComponent =>
        TypedResults.Content(
            await Of<T>(context.RequestServices, parameters),
            "text/html; charset=utf-8",
            null,
            status
        );
}
