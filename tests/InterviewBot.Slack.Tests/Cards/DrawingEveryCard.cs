using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Tests.Loopback;

namespace InterviewBot.Slack.Tests.Cards;

/// <summary>The cards that the Conversation room approved, as Slack gets them.</summary>
public sealed class DrawingEveryCard
{
    /// <summary>Copies of that room's approved drawings, so that a new word there does not change what is approved here.</summary>
    private static readonly string Drawings = Path.Combine(
        Approved.Root,
        "tests",
        "InterviewBot.Slack.Tests",
        "Cards",
        "Drawings"
    );

    /// <summary>As they are there now: these have to fit, whatever they say.</summary>
    private static readonly string Newest = Path.Combine(
        Approved.Root,
        "tests",
        "InterviewBot.Conversation.Tests",
        "Approved"
    );

    public static TheoryData<string> Names { get; } =
        new(
            Directory
                .GetFiles(Drawings, "*.json")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)!
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_as_approved(string name)
    {
        var message = Message(name);
        Approved.Check(
            $"{name}.json",
            new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() }
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Keeps_within_all_limits(string name)
    {
        var message = Message(name);
        Assert.Empty(BlockRules.OfMessage(JsonSerializer.SerializeToElement(message.Blocks), message.Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_press_comes_back_as_it_was(string name)
    {
        if (
            DrawingJson.Read(File.ReadAllText(Path.Combine(Drawings, name + ".json")))
            is not Drawing.Shown { Card: var card }
        )
            return;
        foreach (var press in card.Presses())
        {
            Assert.Equal(press, PressCode.Read(PressCode.Write(press, 200)));
            var inOption = PressCode.Read(PressCode.Write(press, Elements.LongestOption - 1))!;
            Assert.Equal(press, PressCode.IsHashed(inOption) ? PressCode.Find(inOption, card) : inOption);
        }
    }

    [Fact]
    public void The_newest_drawings_keep_within_all_limits() =>
        Assert.All(
            // A picture is no message but a file.
            Directory
                .GetFiles(Newest, "*.json")
                .Where(file => !Path.GetFileName(file).StartsWith("picture.", StringComparison.Ordinal)),
            file =>
            {
                var message = Message(file);
                Assert.Empty(BlockRules.OfMessage(JsonSerializer.SerializeToElement(message.Blocks), message.Text));
            }
        );

    private static CardMessage Message(string name) =>
        CardMessage.Of(
            DrawingJson.Read(
                File.ReadAllText(
                    name.EndsWith(".json", StringComparison.Ordinal) ? name : Path.Combine(Drawings, name + ".json")
                )
            ),
            new CardSource(new StreamId(1001), "prompt")
        );
}
