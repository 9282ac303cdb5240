using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using Microsoft.AspNetCore.Diagnostics;

namespace InterviewBot.Hosting;

/// <summary>The one place where an exception becomes an answer: 500 without a word of it, or 503 with the one sentence of a store that cannot write. The log gets its type and where it came from, never its text.</summary>
internal static class Failures
{
    public static void AnswerWithout(WebApplication app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                SuppressDiagnosticsCallback = _ => true,
                ExceptionHandler = context =>
                {
                    var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                    if (SentenceOf(error) is { } sentence)
                        return TypedResults
                            .Problem(title: sentence, statusCode: StatusCodes.Status503ServiceUnavailable)
                            .ExecuteAsync(context);
                    if (error is not null)
                        app.Logger.RequestFailed(error.GetType().Name, error.StackTrace);
                    return TypedResults
                        .Problem(title: "Something went wrong.", statusCode: StatusCodes.Status500InternalServerError)
                        .ExecuteAsync(context);
                },
            }
        );

    // A store that cannot write has said so in the log, once for each write; what was sent may be sent again.
    private static string? SentenceOf(Exception? error) =>
        error switch
        {
            StoreFailedException store => store.Message,
            ReceptionFailedException failed => failed.StoreSentence,
            _ => null,
        };
}
