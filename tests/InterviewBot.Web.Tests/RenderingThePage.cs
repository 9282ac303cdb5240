using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class RenderingThePage
{
    [Fact]
    public async Task A_newcomer_sees_what_to_do_next()
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };

        var page = await http.GetStringAsync("/");

        Assert.Contains("New interview", page);
        Assert.Contains("This computer only", page);
    }
}
