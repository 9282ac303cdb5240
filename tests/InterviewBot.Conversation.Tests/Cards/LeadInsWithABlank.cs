using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

/// <summary>"XXX" in a lead-in stands for a topic; read aloud it has to be one that fits.</summary>
public sealed class LeadInsWithABlank
{
    [Theory]
    [InlineData("Hello", "You mentioned XXX, let us look at that.", "You mentioned Redis, let us look at that.")]
    [InlineData(
        "MySQL",
        "We spoke a lot about XXX, now something else.",
        "We spoke a lot about MySQL, now something else."
    )]
    [InlineData("自我介绍", "你刚才提到XXX，我们具体聊聊它吧。", "你刚才提到Redis，我们具体聊聊它吧。")]
    public void Name_what_fits(string before, string leadIn, string said) =>
        Assert.Contains(Lines(before, leadIn, "puts Redis in front"), l => l.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("Hello")]
    [InlineData("Opening (required)")]
    [InlineData("开场")]
    public void Give_way_to_a_bridge_of_ours_after_a_greeting(string before)
    {
        var lines = Lines(before, "We spoke a lot about XXX, now something else.");
        Assert.DoesNotContain(lines, l => l.Contains("We spoke a lot", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("XXX", StringComparison.Ordinal));
    }

    [Fact]
    public void Claim_no_mention_that_no_note_knows_of() =>
        Assert.DoesNotContain(
            Lines("MySQL", "You mentioned XXX, let us look at that."),
            l => l.Contains("You mentioned", StringComparison.Ordinal)
        );

    [Fact]
    public void A_Say_that_repeats_the_label_stands_once()
    {
        var lines = Reading.Texts(
            Sitting
                .By(
                    GuideReader
                        .Read(
                            "g",
                            "# G\n## 1. What is left after a restart\nSay: What is left after a restart?\n## 2. End\n"
                        )
                        .Guide!,
                    "en"
                )
                .Do(new BeginInterview(null, null))
                .Card()
        );
        Assert.Single(
            lines,
            l =>
                l.StartsWith("What is left after a restart", StringComparison.Ordinal)
                && !l.Contains("1 of", StringComparison.Ordinal)
        );
    }

    private static IReadOnlyList<string> Lines(string before, string leadIn, string? note = null)
    {
        var text = $"# G\n## 1. {before}\n## 2. Redis\n\"{leadIn}\"\n## 3. End\n";
        var sitting = Sitting.By(GuideReader.Read("g", text).Guide!, "en").Do(new BeginInterview(null, null));
        if (note is not null)
            sitting.Note(note);
        return [.. Reading.Texts(sitting.Next().Card())];
    }
}
