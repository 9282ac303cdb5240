using CsCheck;
using InterviewBot.Conversation.Asking;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Conversation.Tests.Words;

public sealed class AnyText
{
    private static readonly GuideName[] Shelf = [new("backend.en", "Backend"), new("后端", "后端面试")];

    private static readonly InterviewView?[] Views =
    [
        null,
        Sitting.Prepared("zh-CN").View,
        Situations.Redis("en").View,
        Sitting.In("zh-CN", "2.1").Next(2).View,
        Sitting.In("en", "2.4").View,
        Sitting.Finished("en").View,
        Sitting.Finished("en").Submitted().View,
    ];

    // Words of the table, signs and leftovers in any order: nearer to commands than letters by chance.
    private static readonly string[] Bits =
    [
        .. CommandTable.Rows.SelectMany(r => r.Words),
        .. " |:|：|.|。|！|for|面试|关于|//|私：|+|-|?|redis|2.2|3|\u0130|\ud83d|(|）|\n".Split('|'),
    ];

    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]).Array[0, 6].Select(string.Concat)
    );

    [Fact]
    public void Never_throws_and_is_a_command_a_start_a_question_a_note_or_a_hint() =>
        Gen.Select(Lines, Gen.Int[0, Views.Length - 1])
            .Sample(
                (text, at) =>
                {
                    var reading = Conversation.Words.Words.Read(text, new WordsContext(Views[at], default, Shelf));
                    return reading switch
                    {
                        WordReading.Note note => note.Text.Length > 0
                            && text.Contains(note.Text.Split(' ')[^1], StringComparison.Ordinal),
                        WordReading.Command command => command.Did.Length > 0 && Views[at] is not null,
                        WordReading.Hint or WordReading.Ask or WordReading.Start => true,
                        _ => false,
                    };
                },
                iter: 5_000
            );

    [Fact]
    public void Edited_is_always_a_note() =>
        Lines.Sample(text => Conversation.Words.Words.ReadEdit(text, Views[2]) is not null, iter: 2_000);

    [Fact]
    public void Can_be_divided_into_question_and_remark_without_losing_letters() =>
        Lines.Sample(
            text =>
            {
                var wording = Wording.Of(text);
                var before = text.Count(char.IsLetter);
                return before == (wording.Question + wording.Remark).Count(char.IsLetter);
            },
            iter: 3_000
        );

    [Fact]
    public void Can_be_shortened_to_a_glance_and_stays_whole_characters() =>
        Gen.Select(Lines, Gen.Int[1, 20])
            .Sample((text, longest) => Glance.Of(text, longest).Length <= Math.Max(longest, 1), iter: 3_000);

    [Fact]
    public void Can_be_looked_through_for_sensitive_words() =>
        Lines.Sample(text => SensitiveWords.In(text).Length <= 5, iter: 1_000);

    [Fact]
    public void Can_be_searched_for_among_guides() =>
        Lines.Sample(
            text =>
            {
                var match = GuideSearch.Find(Shelf, text);
                return match.Found is not null || match.Ambiguous.Length > 0 || match.Nearest.Length > 0;
            },
            iter: 2_000
        );
}
