using InterviewBot.Conversation.Panel;
using InterviewBot.Interviews;
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
        var view = await services.GetRequiredService<InterviewDesk>().View(id, ct);
        var loop = view is null ? null : await services.GetRequiredService<LoopDesk>().View(view.Interview.Loop, ct);
        var report = loop is null ? null : FlowReport.Of(loop, id, person.Id, viewer.Language);
        return await Html.Page<ReportPage>(
            context,
            new() { [nameof(ReportPage.Viewer)] = viewer, [nameof(ReportPage.Report)] = report },
            // One answer for "there is none" and "not yet for you": an id tells nothing.
            report is null
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status200OK
        );
    }
}
