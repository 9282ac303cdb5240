namespace InterviewBot.Delivery.Channels;

/// <summary>How a call that got no answer is named in the log: a certificate, an unknown host and a refused connection are mended in different ways.</summary>
public static class Unanswered
{
    /// <summary>The exception's type, and what kind of fault it was where the framework knows; never its text, which holds addresses.</summary>
    public static string Name(Exception why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return why is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? $"{why.GetType().Name} ({http.HttpRequestError})"
            : why.GetType().Name;
    }
}
