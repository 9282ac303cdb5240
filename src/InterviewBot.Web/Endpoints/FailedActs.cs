using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace InterviewBot.Web.Endpoints;

/// <summary>
/// An act of which nobody knows whether it was taken answers 500 without a word: the page keeps the text and sends the same delivery again.
/// A store that cannot write took nothing: 503 with its one sentence.
/// </summary>
internal static class FailedActs
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (StoreFailedException store)
        {
            return NotStored(store.Message);
        }
        catch (ReceptionFailedException failed)
        {
            return failed.StoreSentence is { } sentence
                ? NotStored(sentence)
                : TypedResults.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static JsonHttpResult<ActAnswer> NotStored(string sentence) =>
        TypedResults.Json(
            new ActAnswer(System.Net.WebUtility.HtmlEncode(sentence)),
            ActJson.Default.ActAnswer,
            statusCode: StatusCodes.Status503ServiceUnavailable
        );
}
