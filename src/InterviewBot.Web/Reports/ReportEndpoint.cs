using InterviewBot.Conversation.Panel;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Web.Reports;

/// <summary>How an interview went through its flows, drawn and as a table, for those who may see it now.</summary>
internal static class ReportEndpoint
{
    public static async Task<IResult> Show(string user, string interview, HttpContext context)
    {
        if (LocalPeople.Find(user) is not { } person || !StreamId.TryParse(interview, out var id))
            return TypedResults.NotFound();
        var viewer = LocalViewers.Of(context.Request, person);
        var ct = context.RequestAborted;
        var services = context.RequestServices;
        var report = await Report(services, id, person, viewer.Language, ct);
        return await Html.Page<ReportPage>(
            context,
            new() { [nameof(ReportPage.Viewer)] = viewer, [nameof(ReportPage.Report)] = report },
            // One answer for "there is none" and "not yet for you": an id tells nothing.
            report is null
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status200OK
        );
    }

    // An interview that cannot be read has nothing to show; readiness tells the operator of it.
    private static async Task<FlowReport?> Report(
        IServiceProvider services,
        StreamId interview,
        LocalPerson person,
        string language,
        CancellationToken ct
    )
    {
        try
        {
            var view = await services.GetRequiredService<InterviewDesk>().View(interview, ct);
            var loop = view is null
                ? null
                : await services.GetRequiredService<LoopDesk>().View(view.Interview.Loop, ct);
            return loop is null ? null : FlowReport.Of(loop, interview, person.Id, language);
        }
        catch (UnknownEventException)
        {
            return null;
        }
    }
}
