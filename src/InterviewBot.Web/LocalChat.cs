using System.Text.Encodings.Web;
using System.Text.Unicode;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Endpoints;
using InterviewBot.Web.Guarding;
using InterviewBot.Web.Inbox;
using InterviewBot.Web.People;
using InterviewBot.Web.Reports;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InterviewBot.Web;

/// <summary>The local chat: the platform that needs nothing but this computer.</summary>
public static class LocalChat
{
    /// <summary>
    /// Needs from the host: <c>ILocalMessages</c>, <c>IReception</c>, <c>IGuideShelf</c>, logging. Lines left unhandled are worked on
    /// while the host starts, so the services they need must have been started before (add them first).
    /// </summary>
    public static IServiceCollection AddLocalChat(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "interviewbot-page";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ActJson.Default)
        );
        services.TryAddSingleton(TimeProvider.System);
        // Chinese travels as it is; what means something in HTML is encoded all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<Fragments>();
        services.AddSingleton(s => new FirstPage(
            s,
            s.GetRequiredService<Fragments>(),
            s.GetRequiredService<IAntiforgery>()
        ));
        services.AddSingleton<PrivateCards>();
        services.AddSingleton<LocalInbox>();
        services.AddSingleton<LocalPresses>();
        services.AddSingleton<LocalHouse>();
        services.AddSingleton<IHouse>(s => s.GetRequiredService<LocalHouse>());
        services.AddSingleton<LocalChannel>();
        services.AddSingleton<IChannel>(s => s.GetRequiredService<LocalChannel>());
        services.AddHostedService<UnhandledLines>();
        return services;
    }

    public static void MapLocalChat(this IEndpointRouteBuilder routes, LocalKey key)
    {
        var chat = routes.MapGroup("");
        ((IEndpointConventionBuilder)chat).Add(LocalGuard.With(key));
        chat.MapGet("/", PageEndpoints.Page);
        chat.MapGet("/local/token", PageEndpoints.Token);
        chat.MapGet("/local/assets/{name}", PageEndpoints.Asset);
        chat.MapGet("/local/{user}/live", PageEndpoints.Live);
        chat.MapGet("/local/{user}/report/{interview}", ReportEndpoint.Show);
        var acts = chat.MapGroup("/local/{user}")
            .AddEndpointFilter(SameOrigin.Filter)
            .AddEndpointFilter(FailedActs.Filter);
        acts.MapPost("/say", ActEndpoints.Say);
        acts.MapPost("/edit", ActEndpoints.Edit);
        acts.MapPost("/delete", ActEndpoints.Delete);
        acts.MapPost("/press", ActEndpoints.Press);
        acts.MapPost("/start", ActEndpoints.Start);
    }
}
