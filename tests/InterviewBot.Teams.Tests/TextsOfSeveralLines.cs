using System.Text.Json.Nodes;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Help, status, list and history are lines; Teams draws a single line break as a blank.</summary>
public sealed class TextsOfSeveralLines : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task Each_line_of_help_is_a_line()
    {
        await _ana.Types("help");
        var said = Assert.Single(_bot.Platform.In(Ana.Chat));
        Assert.Equal("markdown", (string?)said.Activity["textFormat"]);
        Assert.InRange(said.Text!.Split("\n\n").Length, 10, 60);
    }

    [Fact]
    public async Task What_somebody_typed_is_no_Markdown()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        await _ana.Types("__init__ [a](http://b) <i>x</i>");
        await _ana.Types("a second note");
        await _ana.Types("history");
        var said = _bot.Platform.In(Ana.Chat).Last(m => m.Text?.Contains("init") == true);
        Assert.Contains(@"\_\_init\_\_ \[a\](http://b) &lt;i&gt;x&lt;/i&gt;", said.Text);
    }

    [Theory]
    [InlineData("1. a\n# b", @"1\. a|\# b")]
    [InlineData("- a\n\n    b", @"\- a|b")]
    [InlineData("12) a\nb.c) d", @"12\) a|b.c) d")]
    [InlineData("a & b\n`c`", @"a &amp; b|\`c\`")]
    public void Beginnings_of_lists_and_headings_are_words(string text, string markdown) =>
        Assert.Equal(markdown.Replace("|", "\n\n"), Markdown.Of(text));

    [Fact]
    public void One_line_is_plain_and_nothing_in_it_turns_the_direction()
    {
        var message = Messages.Text("a \u202Egnp.exe\u202C *b*\u0007");
        Assert.Equal("plain", (string?)message["textFormat"]);
        Assert.Equal("a gnp.exe *b*", (string?)message["text"]);
    }
}
