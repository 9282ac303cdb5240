using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Page;
using InterviewBot.Web.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Showing;

/// <summary>Draws once, for nobody, what the first visitor will ask for: code, texts and keys are then ready when she comes.</summary>
public sealed class FirstPage
{
    private readonly IServiceProvider services;
    private readonly Fragments fragments;
    private readonly IAntiforgery antiforgery;

    internal FirstPage(IServiceProvider services, Fragments fragments, IAntiforgery antiforgery) =>
        (this.services, this.fragments, this.antiforgery) = (services, fragments, antiforgery);

    /// <param name="card">A message that holds this drawing is drawn too.</param>
    public async Task Draw(Drawing? card, DateTimeOffset at)
    {
        var viewer = new LocalViewer(LocalPeople.Interviewer, "en", TimeZoneInfo.Utc);
        if (card is null)
        {
            var token = antiforgery.GetTokens(new DefaultHttpContext { RequestServices = services }).RequestToken!;
            await fragments.Page(viewer, new ChatContent([], [], [], 0), token);
            return;
        }
        var body = DrawingJson.Write(card);
        var dm = viewer.Person.Dm;
        await fragments.Entry(
            viewer,
            new LocalMessage(0, dm, null, LocalAuthors.Bot, true, body, at, null, null, 0, true, null, null)
        );
    }
}
