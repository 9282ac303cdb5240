using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Tests.Kit;
using InterviewBot.Teams.Texts;
using Xunit;

namespace InterviewBot.Teams.Tests.Cards;

/// <summary>Each card of the conversation room as Teams gets it, and any card at all.</summary>
public sealed class EveryCard
{
    private static readonly KnownChannel[] Channels = [new("19:hiring@thread.tacv2", "hiring")];

    public static TheoryData<string> Names { get; } =
        new(
            Directory
                .GetFiles(Samples(), "*.json")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_as_approved(string name) => Approved.Check(name, Rendered(name));

    [Theory]
    [InlineData("prepare")]
    [InlineData("scorecard")]
    [InlineData("preview")]
    public void So_does_its_dialog(string name)
    {
        foreach (var language in new[] { "en", "zh-CN" })
        {
            var card = Assert.IsType<Drawing.Shown>(Sample($"{name}.{language}")).Card;
            Approved.Check($"dialog-{name}.{language}", CardForm.Of(card, TeamsTexts.In(language)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_button_reads_back_as_the_press_it_was_made_of(string name)
    {
        if (Sample(name) is not Drawing.Shown { Card: var card })
            return;
        var made = CardRules
            .All(Rendered(name))
            .Where(a => (string?)a["type"] == "Action.Execute")
            .Select(a => PressCode.Read(JsonSerializer.SerializeToElement(a["data"]))!.Press)
            .ToHashSet();
        var buttons = card.Actions.OfType<ButtonAction>().Select(b => b.Press);
        var options = card.Actions.OfType<MenuAction>().SelectMany(m => m.Options).Select(o => o.Press);
        var fields = card.Parts.Select(p =>
            p switch
            {
                ChoiceField c => c.OnChange,
                TextField t => t.OnChange,
                CheckField c => c.OnChange,
                _ => null,
            }
        );
        Assert.Empty(buttons.Concat(options).Concat(fields.OfType<Press>()).Except(made));
    }

    [Fact]
    public void Any_card_fits_and_keeps_the_rules() =>
        AnyCard.Sample(
            card =>
            {
                var made = AdaptiveCard.Of(new Drawing.Shown(card), [.. Channels], notice: card.Fallback);
                Assert.Empty(CardRules.Problems(made));
                Assert.InRange(made.ToJsonString(AdaptiveCard.Json).Length, 1, AdaptiveCard.MostCharacters);
                Assert.DoesNotContain("{{", string.Join('\n', CardRules.Texts(made)), StringComparison.Ordinal);
                // Only these two kinds of text exist, and neither reads Markdown.
                Assert.DoesNotContain(CardRules.All(made), e => (string?)e["type"] is "TextBlock" or "FactSet");
                // Names of menus are ours and short; everything else may be a person's words.
                Assert.DoesNotContain(
                    CardRules.All(made),
                    e => (string?)e["type"] is "Action.Execute" or "Action.Submit" && !Labels.Fits((string)e["title"]!)
                );
            },
            iter: 300
        );

    [Fact]
    public void A_menu_that_does_not_fit_says_so()
    {
        var options = Enumerable
            .Range(0, 400)
            .Select(i => new MenuOption($"Topic {i}", new Press(new StreamId(7), "jump", 1, $"{i}")))
            .ToArray();
        var card = new Card("?", "en", [new TextLine("x")], [new MenuAction("jump", "Jump", [.. options])], 1);
        var made = AdaptiveCard.Of(new Drawing.Shown(card)).ToJsonString(AdaptiveCard.Json);
        Assert.Contains("more do not fit here", made);
    }

    [Theory]
    [InlineData("How do you keep a pipeline of records consistent?", "pick", "Pick")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän", "jump", "Jump")]
    [InlineData("如果这台机器现在断电重启，数据还剩下什么？", "card", "Choose")]
    public void A_label_that_a_button_would_cut_stands_beside_it(string label, string verb, string word)
    {
        var option = new MenuOption(label, new Press(new StreamId(7), verb, 1, "2.2"), "Group", "detail");
        var other = new MenuOption("Short", new Press(new StreamId(7), verb, 1, "2.3"), "Group");
        var card = new Card("?", "en", [new TextLine("x")], [new MenuAction("m", "Menu", [option, other])], 1);
        var made = AdaptiveCard.Of(new Drawing.Shown(card));
        var buttons = CardRules.All(made).Where(a => (string?)a["type"] == "Action.Execute").ToList();
        // All of a group look alike, and say what they do where the line is not seen.
        Assert.All(buttons, b => Assert.Equal(word, (string?)b["title"]));
        Assert.Equal([label, "Short"], buttons.Select(b => (string?)b["tooltip"]));
        Assert.Equal([label, "Short"], buttons.Select(b => (string?)b["fallback"]!["tooltip"]));
        var lines = CardRules.Texts(made).Select(Without);
        Assert.Contains(label, lines);
    }

    [Fact]
    public void Long_words_break_where_nobody_sees_it() =>
        AnyText.Sample(text =>
        {
            var broken = LongWords.Breakable(text);
            Assert.Equal(Without(text), Without(broken));
            Assert.Equal(broken, LongWords.Breakable(broken));
            Assert.DoesNotContain("\ud83d\u200b", broken, StringComparison.Ordinal);
        });

    private static string Without(string text) => text.Replace("\u200B", "", StringComparison.Ordinal);

    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.String[1, 300],
            AnyOf(
                "**bold** [x](https://evil.example) <at>Ann</at> {{DATE(2026-01-01)}}",
                "\u202Egnp.exe",
                "林薇 \ud83d\ude00",
                "# a\n- b"
            ),
            Gen.Char['a', 'z'].Array[2_000, 6_000].Select(c => new string(c))
        )
        .Select(t => string.IsNullOrWhiteSpace(t) || t.All(char.IsControl) ? "x" : "x" + t);

    private static readonly Gen<Press> AnyPress = Gen.Select(
            Gen.Long[1, long.MaxValue],
            AnyOf("next", "rate", "channel", "comment"),
            Gen.Int[0, 900],
            AnyOf<string?>(null, "2.2/1/op2", "teams:t", "3 2.2/1/op2")
        )
        .Select((stream, verb, step, argument) => new Press(new StreamId(stream), verb, step, argument));

    private static readonly Gen<CardPart> AnyPart = Gen.OneOf(
        AnyText.Select(t => (CardPart)new SayLine(t, "en")),
        AnyText.Select(t => (CardPart)new TextLine(t, Tone.Small)),
        Gen.Select(AnyText, AnyText.Array[1, 40], Gen.Bool)
            .Select((l, items, apart) => (CardPart)new ItemList(l, [.. items], Apart: apart)),
        Gen.Select(AnyText, AnyText).Select((l, v) => (CardPart)new FactList([new Fact(l, v)])),
        Gen.Select(AnyText, AnyText.Array[1, 9], AnyPress)
            .Select(
                (l, o, p) => (CardPart)new ChoiceField("c", l, [.. o.Select(x => new ChoiceOption(x, x))], o[0], p)
            ),
        Gen.Select(AnyText, AnyText, AnyPress).Select((l, v, p) => (CardPart)new TextField("t", l, v, true, 4000, p)),
        Gen.Select(AnyText, Gen.Bool, AnyPress).Select((l, v, p) => (CardPart)new CheckField("k", l, v, p))
    );

    private static readonly Gen<MenuOption> AnyOption = Gen.Select(
            AnyText,
            AnyPress,
            AnyOf<string?>(null, "group", "other"),
            AnyOf<string?>(null, "detail"),
            AnyOf<string?>(null, null, "Reason")
        )
        .Select((label, press, group, detail, asks) => new MenuOption(label, press, group, detail, asks));

    private static readonly Gen<CardAction> AnyAction = Gen.OneOf(
        Gen.Select(AnyText, AnyPress).Select((l, p) => (CardAction)new ButtonAction(l, p)),
        Gen.Select(AnyText, AnyOption.Array[1, 80]).Select((l, o) => (CardAction)new MenuAction("m", l, [.. o]))
    );

    private static readonly Gen<Card> AnyCard = Gen.Select(AnyText, AnyPart.Array[1, 30], AnyAction.Array[0, 6])
        .Select((fallback, parts, actions) => new Card(fallback, "en", [.. parts], [.. actions], 1));

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static JsonObject Rendered(string name) =>
        AdaptiveCard.Of(
            Sample(name),
            Dots,
            [.. Channels],
            isPrivate: name.StartsWith("answer-", StringComparison.Ordinal)
        );

    // Letters look different on each machine, so a dot stands for a picture; real ones are looked at where interviews are walked.
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private static Dictionary<TablePart, string> Dots(Card card, int room)
    {
        return card
            .Parts.OfType<TablePart>()
            .Where(t => t.Picture is not null)
            .ToDictionary(t => t, _ => CardPictures.Uri(Dot));
    }

    private static Drawing Sample(string name) =>
        DrawingJson.Read(File.ReadAllText(Path.Combine(Samples(), name + ".json")));

    /// <summary>Copies of the conversation room's approved drawings, so that a new word there does not change what is approved here.</summary>
    private static string Samples() => Path.Combine(Here(), "Drawings");

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
