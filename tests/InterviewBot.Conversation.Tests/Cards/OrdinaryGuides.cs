using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

/// <summary>Whole interviews by the guide we ship and, where it lies beside the repository, by the document the product grew from.</summary>
public sealed class OrdinaryGuides
{
    private const string SaidInEnglish = "Got the main idea right, unsure about the details, ask again later";
    private const string SaidInChinese = "他说了一些和题目有关的内容，大致正确，细节不太清楚，需要再追问一下";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Sitting.Folder(), "../../.."));

    public static TheoryData<string, bool> Shipped
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var file in Directory.GetFiles(Path.Combine(Root, "flows"), "*.md").Order(StringComparer.Ordinal))
            {
                data.Add(Path.GetFileName(file), true);
                data.Add(Path.GetFileName(file), false);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_shipped_guides_fit_their_cards(string file, bool deeper) =>
        Assert.All(Walk(Read(Path.Combine(Root, "flows", file)), deeper), Fits);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_seed_fits_its_cards(bool deeper)
    {
        var seed = Path.Combine(Root, "../shared/seeds/backend-interview-flow.zh.md");
        if (File.Exists(seed))
            Assert.All(Walk(Read(seed), deeper), Fits);
    }

    private static void Fits(Card card)
    {
        var text = Reading.Text(card);
        Assert.True(text.Length <= 420, $"{text.Length} characters:\n{text}");
        Assert.InRange(card.Actions.Length, 1, 6);
    }

    private static List<Card> Walk(Guide guide, bool deeper)
    {
        var sitting = Sitting.By(guide, guide.Language);
        var note = guide.Language == "en" ? SaidInEnglish : SaidInChinese;
        var cards = new List<Card> { sitting.Card() };
        // So long that every topic is planned.
        sitting.Do(new ChangeMinutes(240)).Do(new BeginInterview(null, null));
        for (var i = 0; i < 300 && sitting.Interview.Spot.Kind != SpotKind.NothingLeft; i++)
        {
            cards.Add(sitting.Card());
            sitting.After(50).Note(note).Rate(1 + i % 4);
            cards.Add(sitting.Card());
            for (var said = 1; said < sitting.View.Asking?.Notes.Say.Length; said++)
                cards.Add(sitting.Do(new SimplerWords(sitting.View.Asking!.Question)).Card());
            sitting.After(50).Do(On(sitting, deeper));
        }
        Assert.Equal(SpotKind.NothingLeft, sitting.Interview.Spot.Kind);
        Assert.True(cards.Count > 40, $"{cards.Count} cards");
        cards.Add(sitting.Card());
        cards.Add(sitting.Do(new Pause()).Card());
        cards.Add(sitting.Do(new Resume()).Do(new ProposeFinish()).Card());
        return cards;
    }

    private static InterviewCommand On(Sitting sitting, bool deeper) =>
        sitting.Interview.Spot.Kind switch
        {
            SpotKind.Fork => new AnswerFork([deeper], null, null),
            SpotKind.Pool when deeper && sitting.View.Choices.FirstOrDefault(c => !c.Passed) is { } open =>
                new PickQuestion(open.Question, null, null),
            SpotKind.Pool => new LeavePool(null, null),
            _ => new Next(null, null),
        };

    private static Guide Read(string path) =>
        GuideReader.Read(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)).Guide!;
}
