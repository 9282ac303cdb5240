using System.Runtime.CompilerServices;
using InterviewBot.Conversation.Cards;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Conversation.Tests.Samples;

/// <summary>An interview by the sample guide of a language, driven through the real rules. A command that is refused fails the test.</summary>
internal sealed class Sitting
{
    public static readonly StreamId Id = new(1001);
    public static readonly Place Dm = new("web", "local", "dm-interviewer");
    private static readonly PersonId Ana = new("web", "local", "interviewer");
    private static readonly StreamId LoopId = new(2001);
    private static readonly Dictionary<string, Guide> Guides = new()
    {
        ["en"] = Read("backend.en"),
        ["zh-CN"] = Read("backend.zh-CN"),
    };

    private int _delivery;
    private int _message;

    private Sitting(string language, Guide? guide = null)
    {
        Language = language;
        Guide = guide ?? Guides[language];
        // Two o'clock in the afternoon on the wall in Berlin and in Shanghai.
        Now = new DateTimeOffset(2026, 11, 24, language == "en" ? 13 : 6, 0, 0, TimeSpan.Zero);
        Interview = new Interview { Id = Id };
    }

    public string Language { get; }
    public Guide Guide { get; }
    public Interview Interview { get; private set; }
    public DateTimeOffset Now { get; private set; }
    public bool GuideIsLost { get; set; }

    public InterviewView View => InterviewViews.Of(Interview, GuideIsLost ? null : Guide);

    public string Candidate => Language == "en" ? "Lin Wei" : "林薇";

    public static Sitting Prepared(string language, bool named = true, bool channel = true, bool recruiter = true) =>
        new Sitting(language).Start(named, channel, recruiter);

    public static Sitting By(Guide guide, string language) => new Sitting(language, guide).Start(true, true);

    private Sitting Start(bool named, bool channel, bool recruiter = true) =>
        Do(
            new StartInterview(
                Id,
                LoopId,
                "local",
                new GuideText(Guide.Hash, Guide.Name, ""),
                named ? Candidate : null,
                Ana,
                "Ana",
                Language,
                Language == "en" ? "Europe/Berlin" : "Asia/Shanghai",
                Dm,
                channel ? new Place("web", "local", "hiring") : null,
                channel ? "#hiring" : null,
                recruiter ? [new Place("web", "local", "dm-recruiter")] : [],
                null
            )
        );

    public static Sitting Begun(string language) =>
        Prepared(language).After(seconds: 30).Do(new BeginInterview(null, null));

    /// <summary>At the first question of a topic, reached by a jump.</summary>
    public static Sitting In(string language, string topic) => Begun(language).After(60).Jump(topic);

    public Sitting After(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        return this;
    }

    public Sitting Do(InterviewCommand command, bool byBot = false)
    {
        Assert.Null(Try(command, byBot));
        return this;
    }

    public Refusal? Try(InterviewCommand command, bool byBot = false)
    {
        var decision = InterviewRules.Decide(
            Interview,
            GuideIsLost ? null : Guide,
            command,
            byBot ? Acting.Bot : new Acting(Ana, null),
            Now
        );
        if (!decision.Events.IsEmpty)
            Interview = InterviewFold.Commit(Interview, decision.Events, new Cause($"test:{++_delivery}"), Now);
        return decision.Refusal;
    }

    public Sitting Next(int times = 1)
    {
        for (var i = 0; i < times; i++)
            After(60).Do(new Next(Interview.Step, null));
        return this;
    }

    public Sitting Jump(string topic) => Do(new JumpTo(topic, Interview.Step, null));

    public Sitting Rate(int value) => Do(new RateCurrent(value));

    public Sitting Note(string text, bool files = false) =>
        Do(new TakeNote($"web:local:dm-interviewer:{++_message}", text, Now, HadFiles: files));

    /// <summary>Over: some of it covered, rated and noted; the rest given up for lack of time.</summary>
    public static Sitting Finished(string language) =>
        Begun(language)
            .Next(2)
            .Note(language == "en" ? "+ built the shop alone" : "+ 独立完成了商城")
            .Rate(3)
            .Jump("2.2")
            .Next()
            .Note(language == "en" ? "only snapshots, knows the gap" : "只知道快照")
            .Note(language == "en" ? "// asks for a lot of money" : "私：要求工资很高")
            .Rate(4)
            .Do(new RateTopic("2.2", 3))
            .Next()
            .After(600)
            .Do(new Finish("no-time"));

    public Sitting Submitted() =>
        Do(new Recommend(Recommendation.Yes))
            .Do(new WriteComment(Language == "en" ? "Solid, would work with her." : "基础扎实，愿意共事。"))
            .Note(Language == "en" ? "asked good questions at the end" : "最后的提问很好")
            .Do(new PreviewScorecard(true))
            .Do(new SubmitScorecard());

    public LoopView Loop() =>
        new(
            new Loop
            {
                Id = LoopId,
                Seq = 1,
                Channel = Interview.Channel,
                Recruiters = Interview.Recruiters,
                Interviews =
                [
                    new LoopInterview(
                        Id,
                        Ana,
                        "Ana",
                        Interview.Phase,
                        Interview.BegunAt,
                        Interview.SubmittedAt is not null,
                        Interview.Seq
                    ),
                ],
            },
            [View]
        );

    public Drawing Prompt() => Drawings.Of(Surfaces.Prompt, View, Now);

    public Card Card() => Assert.IsType<Drawing.Shown>(Prompt()).Card;

    public Drawing OfLoop(string surface) => Drawings.Of(surface, Loop(), Now);

    public QuestionId OnCard =>
        Interview.Spot.Question ?? throw new InvalidOperationException("No question on the card.");

    public static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static Guide Read(string name)
    {
        var reading = GuideReader.Read(name, File.ReadAllText(Path.Combine(Folder(), name + ".md")));
        Assert.Empty(
            reading.Problems.Where(p =>
                p.Code != "unconnected-node" && p.Level == InterviewBot.Guides.ProblemLevel.Error
            )
        );
        return reading.Guide!;
    }
}
