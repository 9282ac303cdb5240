using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

/// <summary>"c(yes@translator)" and "c(no@client)": the author said what each answer means, so the buttons do too.</summary>
public sealed class BranchesWithNames
{
    private const string Text = """
        # G
        ## 1. Work
        ```flow
        st=>start
        c=>condition: Who worked&nbsp;with you<br>abroad?
        d=>condition: Go on?
        op=>operation: What is a List<String> for?
        x=>operation: And the client?
        e=>end
        st->c
        c(yes@translator)->op->e
        c(no@client, right)->d
        d(yes)->x->e
        d(no@home)->e
        ```
        ### c
        Fork: ask
        ## 2. End
        """;

    [Fact]
    public void Stand_on_their_buttons()
    {
        var card = Sitting.By(GuideReader.Read("g", Text).Guide!, "en").Do(new BeginInterview(null, null)).Card();
        var lines = Reading.Texts(card).ToList();
        Assert.Contains("Who worked with you abroad?", lines);
        var buttons = card.Actions.Select(a => a.ToString() ?? "").ToList();
        Assert.Contains(buttons, b => b.Contains("Yes: translator", StringComparison.Ordinal));
        Assert.Contains(buttons, b => b.Contains("No, then yes: client", StringComparison.Ordinal));
        Assert.Contains(buttons, b => b.Contains("No, then no: client · home", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("List<String>", StringComparison.Ordinal));
    }

    [Fact]
    public void Belong_to_the_arrow_with_the_first_parentheses()
    {
        var flow = FlowReader
            .Read("st=>start\nc=>condition: ok?\na=>operation: A\ne=>end\nst->c(yes@often)->a->e\nc(no)->e")
            .Flow!;
        Assert.Equal("often", flow.BranchName("c", Way.Yes));
        Assert.Null(flow.BranchName("c", Way.No));
        Assert.Null(flow.BranchName("st", Way.Next));
        Assert.Null(flow.BranchName("nobody", Way.Next));
    }
}
