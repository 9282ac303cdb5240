using InterviewBot.Delivery.Receiving;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Endpoints;

/// <summary>An act of which nobody knows whether it was taken answers 500 without a word: the page keeps the text and sends the same delivery again.</summary>
internal static class FailedActs
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        try
        {
            return await next(call);
        }
        catch (ReceptionFailedException)
        {
            return TypedResults.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }
}
