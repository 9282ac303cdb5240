using System.Globalization;
using System.Text.RegularExpressions;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;
using Xunit;
using Store = InterviewBot.Conversation.Speaking.Texts;

namespace InterviewBot.Conversation.Tests.Texts;

public sealed partial class BothLanguages
{
    private static readonly Store English = Store.In("en");
    private static readonly Store Chinese = Store.In("zh-CN");

    [Fact]
    public void Have_the_same_texts() => Assert.Equal(English.Keys.Order(), Chinese.Keys.Order());

    [Fact]
    public void Have_the_same_placeholders() =>
        Assert.All(English.Keys, key => Assert.Equal(Placeholders(English[key]), Placeholders(Chinese[key])));

    [Fact]
    public void Are_not_empty_and_Chinese_is_not_English() =>
        Assert.All(
            English.Keys,
            key =>
            {
                Assert.NotEmpty(English[key]);
                Assert.NotEmpty(Chinese[key]);
                Assert.DoesNotContain(English[key], c => c is >= '\u4e00' and <= '\u9fff' && key != "help.marks");
                var letters = Regex.Replace(English[key], @"\{\d\}", "").Any(char.IsAsciiLetter);
                Assert.True(!letters || English[key] != Chinese[key] || key == "date.day", key);
            }
        );

    [Fact]
    public void Have_a_sentence_for_every_refusal_and_hint()
    {
        foreach (var language in new[] { "en", "zh-CN" })
        {
            Assert.All(Enum.GetValues<Refusal>(), why => Assert.NotEmpty(Sentences.For(why, language)));
            Assert.All(Enum.GetValues<HintKind>(), why => Assert.NotEmpty(Sentences.For(why, language)));
        }
        Assert.NotEqual(Sentences.For(Refusal.TooLate, "en"), Sentences.For(Refusal.TooLate, "zh-CN"));
    }

    [Fact]
    public void Have_words_for_every_value_that_is_shown()
    {
        string[] keys =
        [
            .. Enum.GetNames<Phase>().Select(n => $"phase.{n}"),
            .. Enum.GetNames<Recommendation>().Select(n => $"recommend.{n}"),
            .. Enum.GetNames<PassedAs>().Select(n => $"passed.{n}"),
            .. Enum.GetNames<SensitiveKind>().Select(n => $"sensitive.{n}"),
            .. CommandTable.Rows.Select(r => $"word.{r.Key}"),
        ];
        Assert.All(keys, key => Assert.NotEmpty(Chinese[key]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Help_is_made_from_the_command_table(string language)
    {
        var help = Sentences.Help(language);
        Assert.All(
            CommandTable.Rows.SelectMany(r => r.English.Concat(r.Chinese)),
            word => Assert.Contains(word, help, StringComparison.Ordinal)
        );
        Approved.Check($"help.{language}.txt", help);
    }

    [Fact]
    public void A_language_is_chosen_by_name_and_never_by_the_process()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            Assert.Equal("Next", Store.In("en")["button.next"]);
            Assert.Equal("did: next", Sentences.Did("next", "en"));
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("下一题", Store.In("zh-CN")["button.next"]);
            Assert.Equal("Next", Store.In("fr")["button.next"]);
            Approved.Check("prompt.en.json", Cards.EveryCard.Json(Situations.All["prompt"]("en")));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Theory]
    [InlineData(1, "1 poor", "1 差")]
    [InlineData(2, "2 mixed", "2 一般")]
    [InlineData(3, "3 good", "3 良")]
    [InlineData(4, "4 excellent", "4 优")]
    public void A_number_never_stands_without_its_word(int value, string english, string chinese)
    {
        Assert.Equal(english, Grade.Of(value, English));
        Assert.Equal(chinese, Grade.Of(value, Chinese));
    }

    [Fact]
    public void The_answer_about_an_absence_uses_the_persons_clock()
    {
        var from = new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero);
        Assert.StartsWith(
            "I was away 14:05–14:12",
            Sentences.Away(from, from.AddMinutes(7), "Europe/Berlin", "en"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "13:05–13:12",
            Sentences.Away(from, from.AddMinutes(7), "Middle/Earth", "zh-CN"),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(m => m.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
