using System.Collections;
using System.Globalization;
using System.Net;
using System.Resources;
using InterviewBot.Web.Guides;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class ViewingGuides
{
    private const string Good = """
        ---
        for: mid-level <and> up
        minutes: 45
        ---
        # Backend & more
        ## 1. Redis
        ```topic
        triggers: [redis]
        lead-in: Let us talk about the cache.
        ```
        ```flow
        st=>start: Start
        op1=>operation: What is left <b>after</b> a restart?
        c1=>condition: Go deeper?
        e=>end: End
        st->op1->c1
        c1(yes)->e
        c1(no)->e
        ```
        ### op1
        **Say**: What do you still have?

        **Listen for**: snapshots · log
        ## 2. Their questions
        """;

    private const string Broken = "# Backend\n## 1. Redis\n```flow\nst->e\n```\n";

    [Fact]
    public async Task The_list_tells_what_is_there_and_what_is_wrong_with_it()
    {
        await using var host = (await GuideHost.Start()).With("good", Good).With("edited", Broken, Good);
        var page = await Get(host, "/guides");
        Assert.Contains("href=\"/guides/good\"", page);
        Assert.Contains("45 min · Topics 2 · Questions 2", page);
        Assert.Contains("mid-level &lt;and&gt; up", page);
        Assert.Contains("The last edit is broken.", page);
    }

    [Fact]
    public async Task What_makes_a_topic_a_pool_is_none_of_its_questions()
    {
        const string pool = """
            # Backend
            ## 1. Odds and ends
            ```flow
            st=>start: Start
            op1=>operation: What is left after a restart?
            sub1=>subroutine: Pick one
            e=>end: End
            st->op1->e
            ```
            """;
        await using var host = (await GuideHost.Start()).With("pool", pool);
        Assert.Contains("60 min · Topics 1 · Questions 1", await Get(host, "/guides"));
        var page = await Get(host, "/guides/pool");
        Assert.Contains("<h3>What is left after a restart? <code>op1</code></h3>", page);
        Assert.DoesNotContain("<h3>Pick one", page);
    }

    [Fact]
    public async Task A_guide_is_shown_whole_and_nothing_of_it_becomes_markup()
    {
        await using var host = (await GuideHost.Start()).With("good", Good);
        var page = await Get(host, "/guides/good");
        Assert.Contains("<h1 lang=\"en\">Backend &amp; more</h1>", page);
        Assert.Contains("Let us talk about the cache.", page);
        Assert.Contains("What do you still have?", page);
        Assert.Contains("snapshots", page);
        Assert.Contains("<svg", page);
        Assert.DoesNotContain("<b>after</b>", page);
        Assert.Contains("(no) → End", page);
        // The linter's advice, with its place.
        Assert.Contains("<code>good.md:20:1</code>", page);
        Assert.Contains("missing-part", page);
    }

    [Fact]
    public async Task A_broken_edit_is_shown_with_its_errors()
    {
        await using var host = (await GuideHost.Start()).With("good", Broken, Good);
        var page = await Get(host, "/guides/good");
        Assert.Contains("The last good version stays in use", page);
        Assert.Contains("<code>good.md:4:1</code>", page);
        Assert.Contains("undefined-source", page);
    }

    [Fact]
    public async Task An_earlier_version_can_be_read()
    {
        await using var host = (await GuideHost.Start()).With("good", Good);
        var old = host.Used("good", "# Backend\n## 1. An old topic\n", new(2026, 1, 2, 10, 0, 0, TimeSpan.Zero));
        var now = host.Used("good", Good, new(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));
        var page = await Get(host, "/guides/good");
        Assert.Contains($"/guides/good?version={old}", page);
        Assert.Matches($"version={now}\" aria-current=\"true\"", page);
        Assert.Contains("in use now", page);
        var earlier = await Get(host, $"/guides/good?version={old}");
        Assert.Contains("An old topic", earlier);
        Assert.Contains("An earlier version, first used 2026-01-02", earlier);
    }

    [Fact]
    public async Task What_is_not_there_is_404_with_a_way_back()
    {
        await using var host = (await GuideHost.Start()).With("good", Good);
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in (string[])["/guides/nothing", "/guides/..%2Fsecret", "/guides/good?version=0123"])
        {
            using var answer = await http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_from_elsewhere_sees_them()
    {
        await using var host = (await GuideHost.Start()).With("good", Good);
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in (string[])["/guides", "/guides/good", "/guides/assets/guides.css"])
        {
            using var renamed = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "guides.example" } };
            using var forwarded = new HttpRequestMessage(HttpMethod.Get, path);
            forwarded.Headers.Add("X-Forwarded-For", "192.0.2.1");
            foreach (var request in new[] { renamed, forwarded })
            {
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
            using var own = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            Assert.Contains("default-src 'none'", own.Headers.GetValues("Content-Security-Policy").Single());
        }
    }

    [Fact]
    public async Task It_speaks_Chinese_and_remembers_it()
    {
        await using var host = (await GuideHost.Start()).With("good", Good);
        using var http = new HttpClient { BaseAddress = host.Address };
        var page = await http.GetStringAsync(
            new Uri("/guides/good?lang=zh-CN", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("<html lang=\"zh-CN\">", page);
        Assert.Contains("检查结果", page);
        Assert.Contains("由你判断", page);
        // The guide's own texts stay in its language.
        Assert.Contains("<h1 lang=\"en\">", page);
    }

    [Fact]
    public void Each_text_is_there_in_both_languages()
    {
        var resources = new ResourceManager(typeof(GuideTexts));
        var english = Keys(resources, CultureInfo.InvariantCulture);
        Assert.NotEmpty(english);
        Assert.Equal(english, Keys(resources, CultureInfo.GetCultureInfo("zh-CN")));
    }

    private static string[] Keys(ResourceManager resources, CultureInfo culture) =>
        [
            .. resources
                .GetResourceSet(culture, true, false)!
                .Cast<DictionaryEntry>()
                .Select(e => (string)e.Key)
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<string> Get(GuideHost host, string path)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        return await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
