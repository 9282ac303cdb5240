using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace InterviewBot.Guides.Documents;

/// <summary>The words that make a topic fit: its triggers, or those of its title where the author gave none.</summary>
public static partial class TopicWords
{
    /// <summary>A word in more topics than this points nowhere.</summary>
    public const int MostTopics = 2;

    private static readonly ImmutableHashSet<string> Empty =
    [
        .. "a an the and or of for to in on at with about from into your you our their its how what why when general common basic".Split(
            ' '
        ),
        .. "question questions problem problems topic topics stage section part related some other more open ended technical technology".Split(
            ' '
        ),
        .. "问题 相关 相关问题 一般 一些 其他 基本 基础 常见 常用 技术 开放式 开放 开放式技术 部分 介绍 知识 内容 话题 面试 候选人 面试者".Split(
            ' '
        ),
    ];

    /// <summary>By topic key, folded to lower case, without the words that stand in more than two topics. Topics that are one question give none by their title: it is a sentence.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> InForce(Guide guide)
    {
        ArgumentNullException.ThrowIfNull(guide);
        var all = guide.Topics.ToDictionary(t => t.Key, Of, StringComparer.Ordinal);
        var crowded = Crowded(all.Values);
        return all.ToImmutableDictionary(
            t => t.Key,
            t => t.Value.Where(w => !crowded.Contains(w)).ToImmutableArray(),
            StringComparer.Ordinal
        );
    }

    /// <summary>A topic's own words, whatever other topics have.</summary>
    public static ImmutableArray<string> Of(Topic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (!topic.Triggers.IsEmpty)
            return [.. topic.Triggers.Select(Fold).Distinct()];
        return topic.IsPool || IsOneQuestion(topic) ? [] : OfTitle(topic.Title);
    }

    internal static string Fold(string word) => word.Trim().ToLowerInvariant();

    internal static ImmutableHashSet<string> Crowded(IEnumerable<ImmutableArray<string>> topics) =>
        [.. topics.SelectMany(t => t).CountBy(w => w).Where(c => c.Value > MostTopics).Select(c => c.Key)];

    private static ImmutableArray<string> OfTitle(string title) =>
        [
            .. Words()
                .Matches(title)
                .SelectMany(m => char.IsAscii(m.ValueSpan[0]) ? [m.Value] : Nouns(m.Value))
                .Select(Fold)
                .Where(w => w.Length >= 2 && !Empty.Contains(w))
                .Distinct(),
        ];

    /// <summary>Chinese has no blanks: what stands between the little words is a noun, when it is short enough to be one.</summary>
    private static IEnumerable<string> Nouns(string run) =>
        LittleWords().Split(run).Where(w => w.Length is >= 2 and <= 6);

    private static bool IsOneQuestion(Topic topic) =>
        topic.Flows is [{ Nodes: [{ Id: QuestionSections.OnlyQuestion } only] }] && only.Text == topic.Title;

    [GeneratedRegex(
        @"[A-Za-z][A-Za-z0-9]*(?:[+#]+|(?:[.\-][A-Za-z0-9]+)*)|[\u3400-\u9FFF]+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();

    [GeneratedRegex(
        "的|和|与|及|或|以及|还有|关于|如何|怎么|什么|一般|一些|其他|基本|基础|常见|常用|相关|问题|部分|介绍|请|自己|最大|最",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LittleWords();
}
