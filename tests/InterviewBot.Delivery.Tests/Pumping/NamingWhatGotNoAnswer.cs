using InterviewBot.Delivery.Channels;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class NamingWhatGotNoAnswer
{
    [Theory]
    [InlineData(HttpRequestError.SecureConnectionError, "HttpRequestException (SecureConnectionError)")]
    [InlineData(HttpRequestError.NameResolutionError, "HttpRequestException (NameResolutionError)")]
    [InlineData(HttpRequestError.ConnectionError, "HttpRequestException (ConnectionError)")]
    [InlineData(HttpRequestError.Unknown, "HttpRequestException")]
    public void A_fault_has_its_kind_and_never_its_text(HttpRequestError kind, string name) =>
        Assert.Equal(name, Unanswered.Name(new HttpRequestException(kind, "secret.example:443")));
}
