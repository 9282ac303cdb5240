using InterviewBot.Guides.Documents;
using Xunit;

namespace InterviewBot.Guides.Tests;

/// <summary>The guides in flows/: nothing is missing, everything fits, the languages of a guide are one guide, and each check can fail.</summary>
public sealed class ShippedGuides
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "flows");

    /// <summary>The arrows of the document the product grew from, as topics of ours; its two defects mended: op9 of 3.3 follows op7.</summary>
    private static readonly Dictionary<string, string> Backend = new()
    {
        ["3.1"] = "op1->op2 op2->op3 op3->op4 op4->op5 op5->op6 op6->op7 op7->e st->op1",
        ["3.2.1"] = "cond1-no->e cond1-yes->op4 op1->op2 op2->op3 op3->cond1 op4->op5 op5->op6 op6->e st->op1",
        ["3.2.2"] =
            "cond1-no->e cond1-yes->op6 op1->op2 op2->op3 op3->op4 op4->op5 op5->cond1 op6->op7 op7->op8 op8->e st->op1",
        ["3.2.3"] = "op1->op2 op2->op3 op3->e st->op1",
        ["3.3"] =
            "cond1-no->cond2 cond1-yes->op8 cond2-no->op10 cond2-yes->op7 cond3-no->e cond3-yes->op13 op1->op2 op10->op11 "
            + "op11->op12 op12->cond3 op13->e op2->op3 op3->op4 op4->op5 op5->op6 op6->cond1 op7->op9 op8->cond2 op9->op10 st->op1",
        ["3.4"] = "cond1-no->op4 cond1-yes->op3 op1->op2 op2->cond1 op3->op4 op4->op5 op5->op6 op6->e st->op1",
        ["3.5"] = "cond1-no->e cond1-yes->op5 op1->op2 op2->op3 op3->op4 op4->cond1 op5->op6 op6->e st->op1",
        ["3.6"] = "op1->op2 op2->op3 op3->op4 op4->e st->op1",
    };

    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Folder, "*.md")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Are_three_in_two_languages_each() =>
        Assert.Equal(
            [
                "backend-python.en",
                "backend-python.zh-CN",
                "behavioral.en",
                "behavioral.zh-CN",
                "new-grad-backend.en",
                "new-grad-backend.zh-CN",
            ],
            Files.Select(f => f.Data)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Lack_nothing_and_fit(string name) => Assert.Equal([], GuideFaults.Of(name, Text(name)));

    [Theory]
    [InlineData("backend-python")]
    [InlineData("new-grad-backend")]
    [InlineData("behavioral")]
    public void Are_the_same_in_both_languages(string name) =>
        Assert.Equal(GuideShape.Of(Read(name + ".zh-CN")), GuideShape.Of(Read(name + ".en")));

    [Theory]
    [InlineData("backend-python.zh-CN")]
    [InlineData("backend-python.en")]
    public void For_backends_keep_the_questions_and_arrows_they_grew_from(string name)
    {
        var guide = Read(name);
        Assert.Equal(
            Backend.Select(f => $"{f.Key}: {f.Value}"),
            guide
                .Stages.Single(s => s.Key == "3")
                .Topics.Select(t => $"{t.Key}: {GuideShape.Arrows(Assert.Single(t.Flows))}")
        );
        if (!File.Exists(RepositoryRoot.Seed))
            return;
        var seed = GuideReader.Read("seed", File.ReadAllText(RepositoryRoot.Seed)).Guide!;
        foreach (var topic in seed.Topics)
        {
            var ours = guide.Find(topic.Key)!;
            Assert.Equal(topic.Required, ours.Required);
            Assert.Equal(topic.IsPool, ours.IsPool);
            Assert.Equal(Nodes(topic), Nodes(ours));
            var arrows = string.Join('\n', topic.Flows.Select(GuideShape.Arrows));
            if (topic.Key == "3.3")
                arrows = arrows
                    .Replace("op7->op10", "op7->op9", StringComparison.Ordinal)
                    .Replace("op8->cond2 ", "op8->cond2 op9->op10 ", StringComparison.Ordinal);
            Assert.Equal(arrows, string.Join('\n', ours.Flows.Select(GuideShape.Arrows)));
        }
    }

    [Theory]
    [InlineData("language: en", "language: zh-CN", "language: zh-CN")]
    [InlineData("for: mid-level and up\n", "", "for")]
    [InlineData("minutes: 60\n---", "---", "minutes")]
    [InlineData("minutes: 60\n---", "minutes: 30\n---", "minutes kept: 27 of 30")]
    [InlineData("minutes: 60\n---", "minutes: 62\n---", "minutes planned: 59 of 62")]
    [InlineData("minutes: 60\n---", "minutes: 200\n---", "nothing to choose from")]
    [InlineData("minutes: 14\n", "minutes: 6\n", "minutes of topic: 3.1")]
    [InlineData("minutes: 14\n", "", "lint missing-setting")]
    [InlineData("Skim the last two jobs. Circle two things you are curious about.\n", "", "preparation")]
    [InlineData("Promise nothing, keep secrets, don't oversell.\n", "", "closing")]
    [InlineData("lead-in: Let's start with what you've built.\n", "", "lead-in: 3.1")]
    [InlineData(
        "triggers: [redis, memcached, valkey, caching, 缓存]",
        "triggers: [缓存]",
        "triggers in English: 3.2.1"
    )]
    [InlineData(
        "triggers: [redis, memcached, valkey, caching, 缓存]",
        "triggers: [redis]",
        "triggers in Chinese: 3.2.1"
    )]
    [InlineData("triggers: [redis, memcached,", "triggers: [redis, mysql,", "trigger twice: mysql")]
    [InlineData("#### 3.4 HTTP\n", "#### 3.4 HTTP and what is around it\n", "topic title: 3.4")]
    [InlineData("- What do you keep in Redis besides strings?\n", "", "say: 3.2.1 op1")]
    [InlineData(
        "What do you keep in Redis besides strings?",
        "Which Redis types have you used, and what for?",
        "said twice: Which Redis types have you used, and what for?"
    )]
    [InlineData(
        "**Listen for**: string, hash, list, set, sorted set · a use for each · bitmaps, streams: a plus\n",
        "",
        "listen for: 3.2.1 op1"
    )]
    [InlineData(" · bitmaps, streams: a plus", "", "listen for: 3.2.1 op1")]
    [InlineData(
        "bitmaps, streams: a plus",
        "bitmaps, HyperLogLog and streams are a plus here, even when they have only read about them",
        "listen for size: 3.2.1 op1"
    )]
    [InlineData(
        "bitmaps, streams: a plus",
        "bitmaps, HyperLogLog and streams are a plus here · even when they have only read about them · big keys, what they do to latency · expiry and memory of small ones",
        "card: 3.2.1 op1"
    )]
    [InlineData("**Follow up**: A user profile: one string or a hash? Why?\n", "", "follow up: 3.2.1 op1")]
    [InlineData("**Red flags**: Everything is one big JSON string\n", "", "red flags: 3.2.1 op1")]
    [InlineData("2. mixed: Lists the types, can't say where they'd use them\n", "", "anchors size: 3.2.1 op1")]
    [InlineData(
        "2. mixed: Lists the types, can't say where they'd use them\n",
        "2. mixed: Lists all of the types without a pause, but can't say where they would use any of them\n",
        "anchors size: 3.2.1 op1"
    )]
    [InlineData(
        "2. mixed: Lists the types, can't say where they'd use them\n",
        "2. mixed: Only ever used strings\n",
        "anchors differ: 3.2.1 op1"
    )]
    [InlineData("##### cond1 Worked with XML\n\n**Fork**: ask\n", "##### cond1 Worked with XML\n", "fork: 3.4 cond1")]
    [InlineData("- Ever written code that reads XML?\n", "", "say: 3.4 cond1")]
    [InlineData(
        "###### cond1 Go deeper into Redis\n\n**Fork**: your call\n",
        "###### cond1 Go deeper into Redis\n\n**Fork**: your call\n\n**Say**: Shall we?\n",
        "judgement is not said: 3.2.1 cond1"
    )]
    [InlineData("op5->op6->op7->e", "op5->op6->e", "lint unreachable-node")]
    [InlineData(
        "title: Backend Python\n",
        "title: An interview with people who write backends\n",
        "title: An interview with people who write backends"
    )]
    [InlineData(
        "op1=>operation: Data types\n",
        "op1=>operation: Data types of Redis and what one does with them\n",
        "label: 3.2.1 op1"
    )]
    [InlineData(
        "Come here when they mention a cache, storage or a slow query.",
        "Come here when they mention a cache, storage, a slow query, or anything else that has to do with data.",
        "tip: 3.2.1"
    )]
    [InlineData(
        "Which Redis types have you used, and what for?",
        "Which of the data types of Redis have you used so far, in which projects was that, and could you tell me a little about what each of them was for?",
        "say size: 3.2.1 op1"
    )]
    [InlineData(
        "**Red flags**: Everything is one big JSON string\n",
        "**Red flags**: big JSON string\n\n**Fork**: ask\n",
        "fork: 3.2.1 op1"
    )]
    [InlineData("##### op7 Why not the dev server", "##### op77 Why not the dev server", "lint unknown-node")]
    public void Are_looked_at_closely_enough_to_notice(string words, string spoilt, string fault)
    {
        var text = Text("backend-python.en");
        Assert.Contains(words, text, StringComparison.Ordinal);
        var at = text.IndexOf(words, StringComparison.Ordinal);
        Assert.Contains(fault, GuideFaults.Of("backend-python.en", text[..at] + spoilt + text[(at + words.Length)..]));
    }

    [Theory]
    [InlineData("cond2(no)->op10", "cond2(no)->op11")]
    [InlineData("op9=>operation: Other GC algorithms", "op9=>condition: Other GC algorithms")]
    [InlineData("minutes: 14", "minutes: 13")]
    [InlineData("**Fork**: ask", "**Fork**: your call")]
    [InlineData("(optional)", "(required)")]
    [InlineData("sub1=>subroutine: Pick one when it fits\n", "")]
    public void Differ_in_shape_when_one_language_is_changed(string words, string changed)
    {
        var text = Text("backend-python.en");
        Assert.Contains(words, text, StringComparison.Ordinal);
        var other = GuideReader.Read("other", text.Replace(words, changed, StringComparison.Ordinal)).Guide!;
        Assert.NotEqual(GuideShape.Of(Read("backend-python.en")), GuideShape.Of(other));
    }

    private static IEnumerable<string> Nodes(Topic topic) =>
        topic
            .Flows.SelectMany(f => f.Nodes.Concat(f.Unreachable))
            .Select(n => $"{n.Id} {n.Kind}")
            .Order(StringComparer.Ordinal);

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".md"));

    private static Guide Read(string name) => GuideReader.Read(name, Text(name)).Guide!;
}
