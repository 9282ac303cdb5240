using System.Collections.Immutable;

namespace InterviewBot.Conversation.Words;

/// <summary>What may follow a command word. Nothing else makes a command: the whole message has to be one of these.</summary>
internal enum Form
{
    Alone,

    /// <summary><c>rate 3</c></summary>
    OneToFour,

    /// <summary><c>jump redis</c>, where that topic exists</summary>
    Topic,

    /// <summary><c>pick 2</c>, where that many stand on the card</summary>
    Number,

    /// <summary><c>skip</c> or <c>skip: reason</c></summary>
    AloneOrReason,

    /// <summary><c>candidate Jane Doe</c></summary>
    Name,

    /// <summary><c>start backend for Jane Doe</c>, while nothing runs</summary>
    Guide,

    /// <summary><c>yes</c>, <c>no</c>: on a fork only</summary>
    OnFork,
}

/// <summary>A row of the command table. Words of both languages always work. <paramref name="Key"/> names its help text (<c>word.KEY</c>).</summary>
/// <param name="Traditional">Where traditional characters differ; they act as well, the help names the simplified.</param>
internal sealed record CommandWord(
    string Key,
    Form Form,
    ImmutableArray<string> English,
    ImmutableArray<string> Chinese,
    ImmutableArray<string> Traditional
)
{
    public IEnumerable<string> Words => English.Concat(Chinese).Concat(Traditional);
}

/// <summary>The table of CONVERSATION section 2. Reading and help are made from it.</summary>
internal static class CommandTable
{
    public static ImmutableArray<CommandWord> Rows { get; } =
    [
        Row("start", Form.Guide, "start", "开始", "開始"),
        Row("begin", Form.Alone, "begin", "正式开始", "正式開始"),
        Row("next", Form.Alone, "next", "下一题", "下一題"),
        Row("yes", Form.OnFork, "yes", "是"),
        Row("no", Form.OnFork, "no", "否"),
        Row("skip", Form.AloneOrReason, "skip", "跳过", "跳過"),
        Row("rate", Form.OneToFour, "rate", "评分", "評分"),
        Row("jump", Form.Topic, "jump", "跳到"),
        Row("pick", Form.Number, "pick", "选题", "選題"),
        new("undo", Form.Alone, ["undo", "back"], ["撤销"], ["撤銷"]),
        Row("previous", Form.Alone, "previous", "上一题", "上一題"),
        Row("pause", Form.Alone, "pause", "暂停", "暫停"),
        Row("resume", Form.Alone, "resume", "继续", "繼續"),
        Row("wrap-up", Form.Alone, "wrap up", "收尾"),
        Row("finish", Form.Alone, "finish", "结束", "結束"),
        Row("submit", Form.Alone, "submit", "提交"),
        Row("reveal", Form.Alone, "reveal", "公开", "公開"),
        Row("card", Form.Alone, "card", "卡片"),
        Row("status", Form.Alone, "status", "状态", "狀態"),
        Row("list", Form.Alone, "list", "列表"),
        Row("history", Form.Alone, "history", "历史", "歷史"),
        Row("switch", Form.Alone, "switch", "切换", "切換"),
        Row("candidate", Form.Name, "candidate", "候选人", "候選人"),
        Row("channel", Form.Alone, "channel", "频道", "頻道"),
        Row("hide", Form.Alone, "hide", "遮住"),
        Row("show", Form.Alone, "show", "显示", "顯示"),
        Row("join", Form.Alone, "join", "加入"),
        Row("help", Form.Alone, "help", "帮助", "幫助"),
    ];

    private static CommandWord Row(string key, Form form, string english, string chinese, string? traditional = null) =>
        new(key, form, [english], [chinese], traditional is null ? [] : [traditional]);
}
