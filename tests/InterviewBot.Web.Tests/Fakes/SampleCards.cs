using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>Cards as sketched in CONVERSATION section 8, to look at and to press.</summary>
public static class SampleCards
{
    public static StreamId Interview { get; } = new(77_001);
    public static StreamId Loop { get; } = new(77_002);

    public static Press On(string verb, string? argument = null, int? step = null) =>
        new(Interview, verb, step, argument);

    public static MenuAction RateMenu { get; } =
        new(
            "rate",
            "Rate",
            [
                new("1 poor", On("rate", "1"), null, "Mixes up cache and database"),
                new("2 mixed", On("rate", "2"), null, "Knows snapshots, not their gap"),
                new("3 good", On("rate", "3"), null, "Snapshot and log, and what each loses"),
                new("4 excellent", On("rate", "4"), null, "Has recovered one in production"),
            ]
        );

    public static MenuAction JumpMenu { get; } =
        new(
            "jump",
            "Jump",
            [
                new("MySQL", On("jump", "3.2.2"), "Planned", "10 min, 4 open"),
                new("Python", On("jump", "3.2.3"), "Planned", "12 min, 6 open"),
                new("MongoDB", On("jump", "3.4"), "Not planned", "3 questions"),
            ]
        );

    public static MenuAction MoreMenu { get; } =
        new(
            "more",
            "More",
            [
                new("Undo", On("undo")),
                new("Previous", On("previous")),
                new("Skip with a reason", On("skip", "reason"), null, null, "Why is it left out?"),
                new("Pause", On("pause")),
                new("Wrap up", On("wrap-up"), null, "Straight to their questions"),
                new("Finish", On("finish")),
            ]
        );

    public static Card Prompt(int step = 4, int notes = 2) =>
        new(
            "If that Redis box reboots right now, what do you still have?",
            "en",
            [
                new SayLine("“If that Redis box reboots right now, what do you still have?”", "en"),
                new TextLine("Redis: how data survives a restart", Tone.Small),
                new ItemList("Listen for", ["snapshot and its gap", "append-only file", "both together"]),
                new TextLine("Redis 2 of 3, maybe 6 · until 14:35 · on time · ends 15:00", Tone.Small),
                new TextLine(
                    $"Sam Rivera · {notes} notes, last 14:03 “only snapshots, knows the gap” · 3 good",
                    Tone.Small
                ),
            ],
            [
                new ButtonAction(
                    "Next",
                    On("next", null, step),
                    ButtonStyle.Primary,
                    "The question was asked; on to the next"
                ),
                RateMenu,
                new MenuAction(
                    "skip",
                    "Skip",
                    [
                        new("Already answered", On("skip", "answered", step), null, "Counts as covered"),
                        new("Not now", On("skip", "later", step)),
                        new("Rest of this topic", On("skip", "rest", step)),
                    ]
                ),
                JumpMenu,
                MoreMenu,
            ],
            step
        );

    public static Card PromptInChinese { get; } =
        new(
            "Redis 那台机器现在重启，数据还剩下什么？",
            "zh-CN",
            [
                new SayLine("“Redis 那台机器现在重启，数据还剩下什么？”", "zh-CN"),
                new TextLine("Redis：数据如何持久化 RDB/AOF", Tone.Small),
                new ItemList("听", ["快照及其空档", "AOF 何时落盘", "两者同用"]),
                new TextLine("Redis 第 2 题，共 3（深入则 6）· 到 14:35 · 进度正常 · 15:00 结束", Tone.Small),
                new TextLine("林晓 · 2 条记录，最近 14:03“只知道快照” · 3 良", Tone.Small),
            ],
            [
                new ButtonAction("下一题", On("next", null, 4), ButtonStyle.Primary),
                new MenuAction("rate", "评分", [new("1 差", On("rate", "1")), new("2 一般", On("rate", "2"))]),
                new MenuAction("skip", "跳过", [new("已经回答", On("skip", "answered", 4))]),
                new MenuAction("jump", "跳到", [new("MySQL", On("jump", "3.2.2"), "计划中", "10 分钟")]),
                new MenuAction("more", "更多", [new("撤销", On("undo"))]),
            ],
            4
        );

    public static Card Fork { get; } =
        new(
            "Go deeper into Redis?",
            "en",
            [
                new SayLine("Go deeper into Redis?", "en"),
                new TextLine("your call", Tone.Small),
                new FactList([
                    new("Yes", "3 questions, 6 min, first “What is a sorted set made of inside?”"),
                    new("No", "MySQL, 10 min"),
                ]),
                new TextLine("Advice: yes. Rated 3 good and 4 excellent, 4 min in hand.", Tone.Notice),
            ],
            [
                new ButtonAction("Yes, deeper", On("fork", "yes", 5), ButtonStyle.Primary),
                new ButtonAction("No, move on", On("fork", "no", 5)),
                RateMenu,
                JumpMenu,
                MoreMenu,
            ],
            5
        );

    public static Card Scorecard { get; } =
        new(
            "Scorecard",
            "en",
            [
                new TextLine("Scorecard · Sam Rivera", Tone.Title),
                new TextLine("A draft until you send it. Every change is saved.", Tone.Small),
                new ChoiceField(
                    "recommend",
                    "Recommendation",
                    [
                        new("strong-yes", "Strong yes"),
                        new("yes", "Yes", "Would work with them"),
                        new("no", "No"),
                        new("strong-no", "Strong no"),
                    ],
                    "yes",
                    On("recommend")
                ),
                new TextField("comment", "Comment", "", true, 4_000, On("comment")),
                new TextField("headline", "One line for the debrief", "Solid on storage", false, 200, On("headline")),
                new ChoiceField(
                    "topic",
                    "Rate another topic",
                    [
                        .. Enumerable
                            .Range(1, 8)
                            .Select(n => new ChoiceOption($"t{n}", $"Topic {n}", n == 3 ? "Redis" : null)),
                    ],
                    null,
                    On("topic")
                ),
                new CheckField("private", "Keep “nervous at first” private", true, On("private", "n1")),
            ],
            [
                new ButtonAction("Preview", On("preview"), ButtonStyle.Primary),
                new ButtonAction("Reopen", On("reopen"), ButtonStyle.Danger),
            ],
            9
        );

    public static Card Board { get; } =
        new(
            "Sam Rivera, Backend: interviewing",
            "en",
            [
                new TextLine("Sam Rivera · Backend · Tue", Tone.Title),
                new FactList([
                    new("Interviewer 10:00", "finished · Web, Redis · scorecard in"),
                    new("Panellist 11:00", "interviewing · planned MySQL, Python"),
                ]),
                new TextLine(
                    "Opens for all when the last scorecard is in. Opinions until then: scorecard only.",
                    Tone.Small
                ),
            ],
            [
                new ButtonAction("My card", new Press(Loop, "my-card")),
                new ButtonAction("Join", new Press(Loop, "join")),
            ],
            0
        );

    public static Card Summary { get; } =
        new(
            "Summary of the Interviewer's interview",
            "en",
            [
                new TextLine("Sam Rivera · Interviewer · 10:00-10:58 · finished", Tone.Title),
                new ItemList("Covered", ["opening", "web", "Redis", "MySQL"]),
                new ItemList("Missed", ["Python (no time)"]),
                new ItemList(
                    "Highlights",
                    ["Rebuilt a broken replica by hand", "Guide: https://example.org/redis?x=1&y=2."],
                    true
                ),
            ],
            [],
            0
        );
}
