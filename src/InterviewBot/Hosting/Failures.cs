using Microsoft.AspNetCore.Diagnostics;

namespace InterviewBot.Hosting;

/// <summary>The one place where an exception becomes an answer: 500 without a word of it. The log gets its type and where it came from, never its text.</summary>
internal static class Failures
{
    public static void AnswerWithout(WebApplication app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                SuppressDiagnosticsCallback = _ => true,
                ExceptionHandler = context =>
                {
                    if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } error)
                        app.Logger.RequestFailed(error.GetType().Name, error.StackTrace);
                    return TypedResults
                        .Problem(title: "Something went wrong.", statusCode: StatusCodes.Status500InternalServerError)
                        .ExecuteAsync(context);
                },
            }
        );
}
