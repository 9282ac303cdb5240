using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Conversation.Tests.Words;

public sealed class NamingTheCandidate
{
    private static readonly InterviewView Named = Situations.Redis("en").View;
    private static readonly InterviewView Unnamed = Sitting.Prepared("en", named: false).View;

    private static WordReading Read(string text, InterviewView view) =>
        Conversation.Words.Words.Read(text, new WordsContext(view, DateTimeOffset.UnixEpoch, []));

    [Theory]
    [InlineData("candidate C-4711", "C-4711")]
    [InlineData("candidate 20391", "20391")]
    [InlineData("候选人 A7", "A7")]
    [InlineData("candidate van der berg", "van der berg")]
    [InlineData("candidate Maria del Carmen García López", "Maria del Carmen García López")]
    [InlineData("candidate Jane Doe (she/her)", "Jane Doe (she/her)")]
    [InlineData("候选人 张三（前端）", "张三（前端）")]
    [InlineData("候选人李四", "李四")]
    [InlineData("candidate Will Smith", "Will Smith")]
    [InlineData("candidate Jane 🐍", "Jane 🐍")]
    public void A_name_or_a_code_names_the_nameless_and_never_renames_by_itself(string text, string name)
    {
        Assert.Equal(new NameCandidate(name), Assert.IsType<WordReading.Command>(Read(text, Unnamed)).Do);
        Assert.Equal(new WordReading.Note(text, null, new Meant.Name(name)), Read(text, Named));
    }

    [Theory]
    [InlineData("candidate is weak on SQL")]
    [InlineData("candidate said she knows Redis")]
    [InlineData("candidate struggles with joins")]
    [InlineData("候选人有点紧张")]
    [InlineData("候选人没用过 Redis")]
    [InlineData("候选人会用 Redis")]
    [InlineData("候选人很紧张")]
    public void A_sentence_is_a_note(string text)
    {
        Assert.Equal(new WordReading.Note(text, null), Read(text, Named));
        var unnamed = Assert.IsType<WordReading.Note>(Read(text, Unnamed));
        Assert.Equal(text, unnamed.Text);
        Assert.IsType<Meant.Name>(unnamed.Meant);
    }
}
