using System.Xml.Linq;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Linting;
using InterviewBot.Rehearsing;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>render, new-guide and rehearse.</summary>
public sealed class CliAuthoring : CliHost
{
    private const string Two = """
        ---
        language: zh-CN
        ---
        # G
        ## 1. Opening
        ## 2. Redis
        ```flow
        st=>start: 开始
        op1=>operation: 缓存策略
        c1=>condition: 是否深入?
        op2=>operation: 持久化
        e=>end: 结束
        st->op1->c1
        c1(yes)->op2->e
        c1(no)->e
        ```
        ## 3. Redis cluster
        ```flow
        st=>start: Start
        op1=>operation: Failover
        e=>end: End
        st->op1->e
        ```
        """;

    [Fact]
    public async Task A_flow_is_drawn_as_svg()
    {
        var ran = await Run("render", Write("g.md", Two), "--topic", "2");
        Assert.Equal(0, ran.Exit);
        var svg = XDocument.Parse(ran.Output);
        Assert.Contains("缓存策略", svg.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Failover", svg.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_guide_is_drawn_under_its_titles()
    {
        var file = Path.Combine(Folder, "out.svg");
        var ran = await Run("render", Write("g.md", Two), "--out", file);
        Assert.Equal((0, ""), (ran.Exit, ran.Output));
        var text = XDocument.Load(file).Root!.Value;
        Assert.Contains("Redis cluster", text, StringComparison.Ordinal);
        Assert.Contains("持久化", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_png_is_a_png()
    {
        var file = Path.Combine(Folder, "out.png");
        Assert.Equal(0, (await Run("render", Write("g.md", Two), "--to", "png", "--out", file)).Exit);
        Assert.Equal(
            [0x89, (byte)'P', (byte)'N', (byte)'G'],
            (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..4]
        );
    }

    [Fact]
    public async Task Mermaid_is_text()
    {
        var ran = await Run("render", Write("g.md", Two), "--to", "mermaid");
        Assert.StartsWith("flowchart TD", ran.Output, StringComparison.Ordinal);
        Assert.Contains("-->|是|", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "there are: 1 Opening, 2 Redis, 3 Redis cluster")]
    [InlineData("edis", "fits several topics")]
    public async Task A_topic_that_is_not_plain_is_told(string topic, string says)
    {
        var ran = await Run("render", Write("g.md", Two), "--topic", topic);
        Assert.Equal(2, ran.Exit);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backend-go", "en", "Backend go")]
    [InlineData("后端.zh-CN", "zh-CN", "后端")]
    public async Task A_new_guide_lints_clean_and_can_be_started(string name, string language, string title)
    {
        var ran = await Run("new-guide", name, "--language", language, "--folder", Path.Combine(Folder, "new"));
        var path = Path.Combine(Folder, "new", name + ".md");
        Assert.Equal((0, path), (ran.Exit, ran.Output.Trim()));
        var reading = GuideLinter.Read(name, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([], reading.Problems);
        Assert.Equal((title, language), (reading.Guide!.Title, reading.Guide.Language));
        Assert.NotNull(reading.Guide.For);
        Assert.True(reading.Guide.Topics.Sum(t => t.Minutes) <= reading.Guide.Minutes);
    }

    [Fact]
    public async Task Nobodys_guide_is_overwritten()
    {
        Write("mine.md", Clean);
        Assert.Equal(2, (await Run("new-guide", "mine", "--folder", Folder)).Exit);
        Assert.Equal(
            Clean,
            await File.ReadAllTextAsync(Path.Combine(Folder, "mine.md"), TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("../out")]
    [InlineData(".hidden")]
    [InlineData("")]
    public async Task A_name_is_a_file_name(string name) =>
        Assert.Equal(2, (await Run("new-guide", name, "--folder", Folder)).Exit);

    [Fact]
    public async Task An_interview_is_rehearsed_to_the_end()
    {
        var screen = await Rehearse(
            """
            :1
            + explains it well
            rate 3
            next
            :2
            :2.4
            next
            yes
            next
            next
            next
            finish
            :1
            :4.2
            :1
            submit
            """
        );
        Assert.Matches("(聊聊|说说|能讲讲)缓存策略", screen);
        Assert.Contains("+ explains it well", screen, StringComparison.Ordinal);
        Assert.Contains("3 good", screen, StringComparison.Ordinal);
        Assert.Contains(":2.4  4 excellent", screen, StringComparison.Ordinal);
        Assert.Contains("your call", screen, StringComparison.Ordinal);
        Assert.Matches("(聊聊|说说|能讲讲)持久化", screen);
        Assert.Contains("Scorecard", screen, StringComparison.Ordinal);
        Assert.Contains("Nothing was kept.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_presses_nothing_is_told_and_the_end_of_input_is_the_end()
    {
        var screen = await Rehearse(":99\n:2.77\n");
        Assert.Equal(2, screen.Split("Nothing stands under that number.").Length - 1);
        Assert.EndsWith("Nothing was kept.", screen.TrimEnd(), StringComparison.Ordinal);
    }

    private static async Task<string> Rehearse(string typed)
    {
        using var output = new StringWriter();
        using var input = new StringReader(typed);
        await Rehearsal.Run(
            GuideReader.Read("g", Two).Guide!,
            Two,
            null,
            "en",
            input,
            output,
            TestContext.Current.CancellationToken
        );
        return output.ToString();
    }
}
