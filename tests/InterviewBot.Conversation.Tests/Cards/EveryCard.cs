using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class EveryCard
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Cards that are reports or forms: as long as what they report.</summary>
    private static readonly string[] Long = ["scorecard", "preview", "summary", "table", "recruiter", "recruiter-owed"];

    public static TheoryData<string, string> Situated { get; } =
        new(Situations.All.Keys.SelectMany(name => new[] { (name, "en"), (name, "zh-CN") }));

    [Theory]
    [MemberData(nameof(Situated))]
    public void Looks_as_approved(string name, string language) =>
        Approved.Check($"{name}.{language}.json", Json(Situations.All[name](language)));

    public static string Json(Drawing drawing) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(DrawingJson.Write(drawing)), Indented);

    [Theory]
    [MemberData(nameof(Situated))]
    public void Survives_its_stored_form(string name, string language)
    {
        var drawing = Situations.All[name](language);
        var again = DrawingJson.Read(DrawingJson.Write(drawing));
        Assert.Equal(DrawingJson.Write(drawing), DrawingJson.Write(again));
        Assert.Equal(DrawingJson.Hash(drawing), DrawingJson.Hash(again));
    }

    [Theory]
    [MemberData(nameof(Situated))]
    public void Is_read_in_two_seconds(string name, string language)
    {
        if (Situations.All[name](language) is not Drawing.Shown { Card: var card })
            return;
        Assert.InRange(card.Actions.Length, 0, 6);
        Assert.NotEmpty(card.Parts);
        Assert.All(Reading.Texts(card), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        if (!Long.Contains(name))
            Assert.InRange(string.Join('\n', Reading.Texts(card)).Length, 1, 420);
    }

    [Theory]
    [MemberData(nameof(Situated))]
    public void Each_press_reads_back_as_an_order_or_a_question_to_the_bot(string name, string language)
    {
        if (Situations.All[name](language) is not Drawing.Shown { Card: var card })
            return;
        foreach (var (press, value, text) in Reading.Presses(card))
            Assert.True(
                Presses.Read(press, value, text) is not null || Presses.Asks(press) is not null,
                $"{press} with value {value}, text {text}"
            );
    }

    [Theory]
    [MemberData(nameof(Situated))]
    public void Its_fallback_holds_no_name_note_or_rating(string name, string language)
    {
        if (Situations.All[name](language) is not Drawing.Shown { Card: var card })
            return;
        string[] secrets = ["Lin Wei", "林薇", "snapshots,", "只知道快照", "3 good", "3 良"];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, card.Fallback, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Situated))]
    public void Speaks_one_language_and_no_pictures(string name, string language)
    {
        if (Situations.All[name](language) is not Drawing.Shown { Card: var card })
            return;
        Assert.Equal(language, card.Language);
        Assert.All(
            Reading.Texts(card),
            text => Assert.DoesNotContain(text.EnumerateRunes(), r => r.Value is >= 0x2580 and <= 0x27BF or > 0x1F000)
        );
    }
}
