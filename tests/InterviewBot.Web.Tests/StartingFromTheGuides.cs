using System.Text.RegularExpressions;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class StartingFromTheGuides
{
    [Fact]
    public async Task The_chat_opens_its_panel_with_the_guide_somebody_came_with()
    {
        await using var host = await ChatHost.Start();
        await host.Note("dm-interviewer", "interviewer", "a line, so that the panel would be closed");
        using var http = new HttpClient { BaseAddress = host.Address };
        var plain = await http.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.DoesNotMatch("<details class=\"start\" open", plain);
        var name = Regex.Matches(plain, "<option value=\"([^\"]*)\" lang").Last().Groups[1].Value;

        var page = await http.GetStringAsync(new Uri($"/?guide={name}", UriKind.Relative));
        Assert.Matches("<details class=\"start\" open", page);
        Assert.Matches($"<option value=\"{Regex.Escape(name)}\"[^>]* selected", page);
        Assert.Single(Regex.Matches(page, "<option [^>]*selected"));
        var unknown = await http.GetStringAsync(new Uri("/?guide=no-such", UriKind.Relative));
        Assert.DoesNotMatch("<details class=\"start\" open", unknown);
    }

    [Fact]
    public async Task The_guides_lead_back_to_the_chat_and_to_a_start_with_each()
    {
        await using var host = (await GuideHost.Start(withChat: true)).With(
            "good one",
            "# Good\n## 1. Opening\nHello.\n"
        );
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { "/guides", "/guides/good%20one" })
        {
            var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("href=\"/\"", page, StringComparison.Ordinal);
            Assert.Single(Regex.Matches(page, "href=\"/\\?guide="));
            Assert.Contains("href=\"/?guide=good%20one\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_local_chat_the_guides_lead_to_none()
    {
        await using var host = (await GuideHost.Start()).With("good", "# Good\n## 1. Opening\nHello.\n");
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { "/guides", "/guides/good" })
        {
            var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.DoesNotContain("href=\"/\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"/?guide", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_tab_is_answered_in_its_own_language_whatever_another_has_chosen_since()
    {
        await using var host = await ChatHost.Start();
        host.Reception.Answer = _ => Task.FromResult(new Delivery.Receiving.Reply(true, "a sentence", null));
        using var chat = new ChatClient(host.Address);
        await chat.Http.GetStringAsync(new Uri("/?lang=zh-CN", UriKind.Relative)); // the other tab
        await chat.Act(
            "interviewer",
            "say?lang=en",
            new
            {
                conversation = "dm-interviewer",
                text = "hi",
                delivery = "delivery-1",
            }
        );
        Assert.Equal("en", host.Reception.LastLine!.By.Language);
        await chat.Act(
            "interviewer",
            "say",
            new
            {
                conversation = "dm-interviewer",
                text = "hi",
                delivery = "delivery-2",
            }
        );
        Assert.Equal("zh-CN", host.Reception.LastLine!.By.Language);
    }
}
