using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Conversation.Tests.Words;

public sealed class ReadingALine
{
    private static readonly DateTimeOffset Said = new(2026, 11, 24, 13, 30, 0, TimeSpan.Zero);
    private static readonly GuideName[] Shelf =
    [
        new("backend-python.zh-CN", "后端面试流程"),
        new("backend.en", "Backend for juniors"),
        new("frontend.en", "Front end"),
    ];

    private static readonly InterviewView OnQuestion = Situations.Redis("en").View;
    private static readonly InterviewView OnFork = Sitting.In("en", "2.1").Next(2).View;
    private static readonly InterviewView OnPool = Sitting.In("en", "2.4").View;
    private static readonly InterviewView Prepared = Sitting.Prepared("en").View;
    private static readonly InterviewView Unnamed = Sitting.Prepared("en", named: false).View;
    private static readonly InterviewView Over = Sitting.Finished("en").View;
    private static readonly InterviewView Sent = Sitting.Finished("en").Submitted().View;

    private static WordReading Read(string text, InterviewView? view) =>
        Conversation.Words.Words.Read(text, new WordsContext(view, Said, Shelf));

    private static InterviewCommand Order(string text, InterviewView? view) =>
        Assert.IsType<WordReading.Command>(Read(text, view)).Do;

    private static string Note(string text, InterviewView? view) =>
        Assert.IsType<WordReading.Note>(Read(text, view)).Text;

    [Theory]
    [InlineData("skip list")]
    [InlineData("next-key lock")]
    [InlineData("status code 404")]
    [InlineData("rate limiting")]
    [InlineData("back pressure")]
    [InlineData("start transaction for each order")]
    [InlineData("状态码")]
    [InlineData("返回值")]
    [InlineData("是的")]
    [InlineData("note next")]
    [InlineData("next?")]
    [InlineData("next please")]
    [InlineData("yes, she used it")]
    [InlineData("否定句")]
    [InlineData("开始事务")]
    [InlineData("跳到了别的话题")]
    [InlineData("下一题没答上来")]
    [InlineData("评分卡")]
    [InlineData("rate 5")]
    [InlineData("rate 0")]
    [InlineData("rate 3.5")]
    [InlineData("rate: 3")]
    [InlineData("rate")]
    [InlineData("jump")]
    [InlineData("jump cassandra")]
    [InlineData("jump e")]
    [InlineData("pick")]
    [InlineData("skip:")]
    [InlineData("startup code")]
    [InlineData("begin transaction")]
    [InlineData("start")]
    [InlineData("start backend.en")]
    [InlineData("- next")]
    [InlineData("candidate knows Redis, not MySQL")]
    [InlineData("candidate seems nervous")]
    [InlineData("候选人不懂Redis，需要提示")]
    [InlineData("help with the query plan")]
    [InlineData("list comprehension")]
    [InlineData("history table")]
    [InlineData("switch statement")]
    [InlineData("channel in go")]
    [InlineData("join on the id")]
    [InlineData("继续深入")]
    [InlineData("结束符")]
    [InlineData("列表推导")]
    public void What_fails_as_a_command_is_kept_as_a_note_and_never_refused(string text)
    {
        Assert.Equal(text, Note(text, OnQuestion));
        Assert.Equal(text, Note(text, OnFork));
        Assert.Equal(text, Note(text, OnPool));
    }

    [Theory]
    [InlineData("next")]
    [InlineData("NEXT")]
    [InlineData("  next  ")]
    [InlineData("next.")]
    [InlineData("Next!")]
    [InlineData("ｎｅｘｔ！")]
    [InlineData("next。")]
    [InlineData("下一题")]
    [InlineData("下一题。")]
    [InlineData("下一题！")]
    [InlineData("\u3000下一题\u3000")]
    public void Case_width_spaces_and_an_ending_do_not_matter(string text) =>
        Assert.Equal(new Next(null, Said), Order(text, OnQuestion));

    public static TheoryData<string, string, InterviewCommand> Alone { get; } =
        new()
        {
            { "begin", "begin", new BeginInterview(null, Said) },
            { "skip", "跳过", new Skip(SkipKind.NotNow, null, null, Said) },
            { "undo", "撤销", new Undo(null, Said) },
            { "back", "撤销", new Undo(null, Said) },
            { "previous", "上一题", new LookBack(null) },
            { "pause", "暂停", new Pause() },
            { "resume", "继续", new Resume() },
            { "wrap up", "收尾", new WrapUp(null, null, Said) },
            { "Wrap   Up.", "收尾。", new WrapUp(null, null, Said) },
            { "finish", "结束", new ProposeFinish() },
            { "card", "卡片", new BringCardDown() },
            { "hide", "遮住", new HideDetails(true) },
            { "show", "显示", new HideDetails(false) },
            { "rate 3", "评分 3", new RateCurrent(3) },
            { "Rate ４", "评分4", new RateCurrent(4) },
            { "rate 1.", "评分\u30001。", new RateCurrent(1) },
            { "jump 2.3", "跳到 2.3", new JumpTo("2.3", null, Said) },
            { "jump python", "跳到python", new JumpTo("2.3", null, Said) },
            { "jump open qu", "跳到 Open questions", new JumpTo("2.4", null, Said) },
            { "skip: no time", "跳过：no time", new Skip(SkipKind.NotNow, "no time", null, Said) },
        };

    [Theory]
    [MemberData(nameof(Alone))]
    public void Command_words_of_both_languages_always_work(string english, string chinese, InterviewCommand expected)
    {
        Assert.Equal(expected, Order(english, OnQuestion));
        Assert.Equal(expected, Order(chinese, OnQuestion));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("是", true)]
    [InlineData("No.", false)]
    [InlineData("否。", false)]
    public void Yes_and_no_count_on_a_fork_only(string text, bool yes)
    {
        var answer = Assert.IsType<AnswerFork>(Order(text, OnFork));
        Assert.Equal([yes], answer.Answers);
        Assert.Equal(text, Note(text, OnQuestion));
        Assert.Equal(text, Note(text, Over));
        Assert.Equal(text, Note(text, Sitting.In("en", "2.1").Next(2).Do(new LookBack(null)).View));
        Assert.Equal(text, Note(text, Sitting.In("en", "2.1").Next(2).Do(new ProposeFinish()).View));
    }

    [Fact]
    public void Pick_takes_a_number_of_the_list_on_the_card()
    {
        Assert.Equal(new PickQuestion(OnPool.Choices[1].Question, null, Said), Order("pick 2", OnPool));
        Assert.Equal(new PickQuestion(OnPool.Choices[0].Question, null, Said), Order("选题1", OnPool));
        Assert.Equal("pick 9", Note("pick 9", OnPool));
        Assert.Equal("pick 2", Note("pick 2", OnQuestion));
    }

    [Fact]
    public void The_word_that_acted_is_named_as_it_stands_in_the_table()
    {
        Assert.Equal("next", Assert.IsType<WordReading.Command>(Read("NEXT!", OnQuestion)).Did);
        Assert.Equal("下一题", Assert.IsType<WordReading.Command>(Read("下一题。", OnQuestion)).Did);
    }

    [Theory]
    [InlineData("help", "帮助", AskKind.Help)]
    [InlineData("status", "状态", AskKind.Status)]
    [InlineData("list", "列表", AskKind.List)]
    [InlineData("history", "历史", AskKind.History)]
    [InlineData("switch", "切换", AskKind.Switch)]
    [InlineData("channel", "频道", AskKind.Channel)]
    [InlineData("reveal", "公开", AskKind.Reveal)]
    [InlineData("join", "加入", AskKind.Join)]
    public void Questions_to_the_bot_are_answered_with_and_without_an_interview(
        string english,
        string chinese,
        AskKind expected
    )
    {
        foreach (var text in new[] { english, chinese })
        {
            Assert.Equal(expected, Assert.IsType<WordReading.Ask>(Read(text, OnQuestion)).What);
            Assert.Equal(expected, Assert.IsType<WordReading.Ask>(Read(text, null)).What);
        }
    }

    [Fact]
    public void Submit_asks_for_the_preview_first()
    {
        Assert.Equal(new PreviewScorecard(true), Order("submit", Over));
        Assert.Equal(new SubmitScorecard(), Order("提交", Situations.Preview("en").View));
    }

    [Theory]
    [InlineData("she knows Redis")]
    [InlineData("next")]
    [InlineData("rate 3")]
    [InlineData("+ good")]
    public void With_no_interview_current_nothing_typed_is_stored(string text)
    {
        Assert.Equal(HintKind.NothingRunning, Assert.IsType<WordReading.Hint>(Read(text, null)).Why);
        Assert.Equal(HintKind.NothingRunning, Assert.IsType<WordReading.Hint>(Read(text, Sent)).Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\t")]
    public void An_empty_line_is_nothing(string text) =>
        Assert.Equal(HintKind.Empty, Assert.IsType<WordReading.Hint>(Read(text, OnQuestion)).Why);

    [Theory]
    [InlineData("start backend.en", "backend.en", null)]
    [InlineData("Start backend.en for Jane Doe", "backend.en", "Jane Doe")]
    [InlineData("start Backend for juniors", "Backend for juniors", null)]
    [InlineData("start Backend for juniors for Jane", "Backend for juniors", "Jane")]
    [InlineData("start nonsense for Jane", "nonsense", "Jane")]
    [InlineData("开始 backend-python 面试 张三", "backend-python", "张三")]
    [InlineData("开始 后端面试流程", "后端面试流程", null)]
    [InlineData("开始 后端面试流程 面试 张三", "后端面试流程", "张三")]
    [InlineData("开始 frontend 面试张三", "frontend", "张三")]
    [InlineData("start", "", null)]
    [InlineData("开始", "", null)]
    public void Start_names_a_guide_and_perhaps_a_candidate(string text, string guide, string? candidate) =>
        Assert.Equal(new WordReading.Start(guide, candidate), Read(text, null));

    [Fact]
    public void While_an_interview_is_prepared_start_alone_begins_it()
    {
        Assert.Equal(new BeginInterview(null, Said), Order("start", Prepared));
        Assert.Equal(new BeginInterview(null, Said), Order("开始", Prepared));
    }

    [Fact]
    public void While_an_interview_is_open_but_not_running_only_a_known_guide_starts_another()
    {
        Assert.Equal(new WordReading.Start("frontend", null), Read("start frontend", Over));
        const string comment = "start transaction for each order";
        Assert.Equal(comment, Note(comment, Over));
        Assert.Equal(comment, Note(comment, Prepared));
    }

    [Fact]
    public void A_first_name_may_be_written_small_a_sentence_does_not_rename()
    {
        Assert.Equal(new NameCandidate("jane doe"), Order("candidate jane doe", Unnamed));
        Assert.Equal(new NameCandidate("O'Neil Jean-Luc"), Order("candidate O'Neil Jean-Luc.", Unnamed));
        Assert.Equal(new NameCandidate("张三"), Order("候选人：张三", Unnamed));
        Assert.Equal("candidate seems nervous", Note("candidate seems nervous", OnQuestion));
    }

    [Theory]
    [InlineData("for redis: knows snapshots", "knows snapshots", "2.2")]
    [InlineData("For 2.3： generators ok", "generators ok", "2.3")]
    [InlineData("关于 redis：只知道快照", "只知道快照", "2.2")]
    [InlineData("+ for redis: built it", "+ built it", "2.2")]
    [InlineData("// for redis: wants money", "// wants money", "2.2")]
    [InlineData("for cassandra: never used", "for cassandra: never used", null)]
    [InlineData("for redis:", "for redis:", null)]
    [InlineData("for example: 3", "for example: 3", null)]
    [InlineData("for i in list: print", "for i in list: print", null)]
    [InlineData("+ strong on types", "+ strong on types", null)]
    public void A_note_can_name_a_topic_that_exists(string text, string kept, string? topic) =>
        Assert.Equal(new WordReading.Note(kept, topic), Read(text, OnQuestion));

    [Theory]
    [InlineData("next")]
    [InlineData("下一题")]
    [InlineData("yes")]
    [InlineData("help")]
    [InlineData("start backend.en")]
    public void An_edited_note_never_becomes_a_command(string text)
    {
        Assert.Equal(text, Conversation.Words.Words.ReadEdit(text, OnFork).Text);
        Assert.Equal(text, Conversation.Words.Words.ReadEdit(text, null).Text);
    }

    [Fact]
    public void Commands_of_a_later_moment_are_still_commands_and_answered_with_the_truth()
    {
        // The rules refuse them with a sentence; kept as notes they would look done.
        Assert.IsType<Next>(Order("next", Prepared));
        Assert.IsType<Next>(Order("next", Over));
        Assert.IsType<BeginInterview>(Order("begin", OnQuestion));
    }
}
