namespace InterviewBot.Slack.Tests.Signing;

public sealed class CheckingTheOptions
{
    [Theory]
    [InlineData("xoxb-1", "", "secret", "https://slack.com/api/", true)]
    [InlineData("xoxb-1", "xapp-1", "", "https://slack.com/api", true)]
    [InlineData("", "", "secret", "https://slack.com/api/", true, "7.7", "client")]
    [InlineData("xoxb-1", "xapp-1", "", "https://slack.com/api/", true, "7.7", "client")]
    [InlineData("", "", "secret", "https://slack.com/api/", false, "7.7", "")]
    [InlineData("xoxb-1", "", "secret", "https://slack.com/api/", false, "", "client")]
    [InlineData("", "", "", "https://slack.com/api/", false, "7.7", "client")]
    [InlineData(
        "xoxb-1",
        "",
        "secret",
        "https://slack.com/api/",
        false,
        "7.7",
        "client",
        "http://bot.example/slack/oauth"
    )]
    [InlineData("xoxb-1", "", "", "https://slack.com/api/", false)]
    [InlineData("xoxb-1", "", "  ", "https://slack.com/api/", false)]
    [InlineData("", "xapp-1", "secret", "https://slack.com/api/", false)]
    [InlineData("xoxb-1", "", "secret", "http://127.0.0.1:4000/api/", true)]
    [InlineData("xoxb-1", "", "secret", "http://localhost:4000/", true)]
    [InlineData("xoxb-1", "", "secret", "http://[::1]:4000/", true)]
    [InlineData("xoxb-1", "", "secret", "http://slack.example/api/", false)]
    [InlineData("xoxb-1", "", "secret", "http://127.0.0.1.example/api/", false)]
    [InlineData("xoxb-1", "", "secret", "ws://127.0.0.1/", false)]
    [InlineData("xoxb-1", "", "secret", "slack.com", false)]
    public void What_is_missing_or_unsafe_stops_the_start(
        string bot,
        string app,
        string secret,
        string api,
        bool starts,
        string client = "",
        string clientSecret = "",
        string? redirect = null
    )
    {
        var options = new SlackOptions
        {
            BotToken = bot,
            AppToken = app,
            SigningSecret = secret,
            ApiBaseUrl = api,
            ClientId = client,
            ClientSecret = clientSecret,
            RedirectUrl = redirect,
        };
        Assert.Equal(starts, new SlackOptionsCheck().Validate(null, options).Succeeded);
    }
}
