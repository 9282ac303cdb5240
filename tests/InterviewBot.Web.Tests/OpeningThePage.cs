using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using System.Text.RegularExpressions;
using InterviewBot.Web.Tests.Fakes;
using InterviewBot.Web.Texts;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class OpeningThePage
{
    [Fact]
    public async Task A_newcomer_sees_what_to_do_next()
    {
        await using var host = await ChatHost.Start();
        var page = await host.Page();
        Assert.Contains("<details class=\"start\" open>", page);
        Assert.Contains("Backend Python (mid-level and up)", page);
        Assert.Contains("This computer only", page);
    }

    [Fact]
    public async Task Later_the_start_panel_stands_back()
    {
        await using var host = await ChatHost.Start();
        await host.Note("dm-interviewer", "interviewer", "hello");
        Assert.DoesNotContain("<details class=\"start\" open>", await host.Page());
    }

    [Theory]
    [InlineData("interviewer")]
    [InlineData("panellist")]
    [InlineData("recruiter")]
    public async Task Everybody_sees_who_they_are(string person)
    {
        await using var host = await ChatHost.Start();
        var page = await host.Page(person);
        Assert.Matches($"<a href=\"/\\?as={person}\" aria-current=\"true\"", page);
        Assert.Single(Regex.Matches(page, "href=\"/\\?as=[a-z]+\" aria-current=\"true\""));
    }

    [Fact]
    public async Task The_language_is_the_browsers_until_one_is_chosen()
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-TW,zh;q=0.9,en;q=0.5");
        var chinese = await http.GetStringAsync("/?as=panellist");
        var english = await http.GetStringAsync("/?as=panellist&lang=en");
        var stays = await http.GetStringAsync("/?as=panellist");

        Assert.Contains("<html lang=\"zh-CN\">", chinese);
        Assert.Contains("新的面试", chinese);
        Assert.Contains("<html lang=\"en\">", english);
        Assert.Contains("<html lang=\"en\">", stays);
    }

    [Fact]
    public async Task Times_are_the_readers()
    {
        await using var host = await ChatHost.Start();
        await host.Messages.Add(
            new(
                0,
                "hiring",
                null,
                "recruiter",
                false,
                "hi",
                new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero),
                null,
                null,
                0,
                true,
                null,
                null
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Address);
        request.Headers.Add("Cookie", "interviewbot-zone=Asia/Shanghai");
        using var http = new HttpClient();
        Assert.Contains(">18:00</time>", await (await http.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Files_are_kept_by_the_browser_until_they_change()
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        var first = await http.GetAsync(new Uri("/local/assets/chat.css", UriKind.Relative));
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(
            HttpStatusCode.NotModified,
            (await http.GetAsync(new Uri("/local/assets/chat.css", UriKind.Relative))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await http.GetAsync(new Uri("/local/assets/nothing.css", UriKind.Relative))).StatusCode
        );
    }

    [Fact]
    public void Each_text_is_there_in_both_languages()
    {
        var resources = new ResourceManager(typeof(ChatTexts));
        var english = Keys(resources, CultureInfo.InvariantCulture);
        var chinese = Keys(resources, CultureInfo.GetCultureInfo("zh-CN"));
        Assert.NotEmpty(english);
        Assert.Equal(english, chinese);
    }

    private static string[] Keys(ResourceManager resources, CultureInfo culture) =>
        [
            .. resources
                .GetResourceSet(culture, true, false)!
                .Cast<DictionaryEntry>()
                .Select(e => (string)e.Key)
                .Order(StringComparer.Ordinal),
        ];
}
