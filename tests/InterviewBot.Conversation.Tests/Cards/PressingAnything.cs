using CsCheck;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class PressingAnything
{
    private static readonly string[] Verbs =
    [
        .. typeof(Presses.Verbs).GetFields().Select(f => (string)f.GetRawConstantValue()!),
        "nonsense",
    ];

    /// <summary>A person who presses whatever stands on the card, and types notes in between.</summary>
    [Fact]
    public void Always_leads_to_a_card_that_can_be_read_and_pressed() =>
        Gen.Select(Gen.Int[0, 1], Gen.Int[0, 10_000].Array[1, 60])
            .Sample(
                (language, presses) =>
                {
                    var sitting = Sitting.Prepared(language == 0 ? "en" : "zh-CN");
                    foreach (var press in presses)
                    {
                        if (sitting.Interview.IsOver && sitting.Interview.Phase != Phase.Finished)
                            break;
                        Step(sitting.After(7), press);
                        Check(sitting);
                    }
                },
                iter: 150,
                threads: 1
            );

    [Fact]
    public void A_press_of_a_strangers_making_is_read_without_harm() =>
        Gen.Select(
                Gen.Int[0, Verbs.Length - 1].Select(i => Verbs[i]),
                Gen.String.Null(),
                Gen.String.Null(),
                Gen.String.Null()
            )
            .Sample(
                (verb, argument, value, text) =>
                {
                    var press = new Press(Sitting.Id, verb, 1, argument);
                    _ = Presses.Read(press, value, text);
                    _ = Presses.Asks(press);
                    _ = Presses.ItWasANote(press, text ?? "", default);
                },
                iter: 5_000
            );

    [Fact]
    public void Moves_carry_the_step_of_their_card_and_ratings_do_not()
    {
        var sitting = Situations.Redis("en");
        foreach (var (press, value, text) in Reading.Presses(sitting.Card()))
        {
            var isMove = Presses.Read(press, value, text) is MoveCommand;
            Assert.Equal(isMove ? sitting.Interview.Step : null, press.Step);
        }
    }

    [Fact]
    public void No_press_carries_personal_text()
    {
        foreach (var situation in Situations.All.Values)
        {
            if (situation("en") is not Drawing.Shown { Card: var card })
                continue;
            foreach (var (press, _, _) in Reading.Presses(card))
            {
                Assert.DoesNotContain("Lin Wei", press.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain("snapshots", press.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void It_was_a_note_takes_the_move_back_and_keeps_the_line()
    {
        var sitting = Sitting.In("en", "2.2").Next();
        var before = sitting.OnCard;
        sitting.Next();
        var card = Answers.Did(sitting.View, "next", "web:local:dm-interviewer:77");
        var press = Reading.Button(card, "It was a note");
        foreach (var order in Presses.ItWasANote(press, "next", sitting.Now.AddSeconds(-5)))
            sitting.Do(order);
        Assert.Equal(before, sitting.OnCard);
        Assert.Equal("next", sitting.Interview.LivingNotes.Single().Text);
    }

    [Fact]
    public void A_channel_is_named_by_the_person()
    {
        var menu = Reading.Menu(Sitting.Prepared("en").Card(), "channel");
        Assert.Equal(
            new ChooseChannel(new Place("web", "local", "backend"), "#backend"),
            Presses.Read(menu.Options[0].Press, null, "#backend")
        );
        Assert.Equal(new ChooseChannel(null, null), Presses.Read(menu.Options[1].Press, null, null));
    }

    private static void Step(Sitting sitting, int press)
    {
        if (press % 7 == 0)
            sitting.Try(new TakeNote($"n{press}-{sitting.Now.Ticks}", "+ some note, age 35", sitting.Now));
        var all = Reading.Presses(sitting.Card()).ToList();
        if (all.Count == 0)
            return;
        var (chosen, value, text) = all[press % all.Count];
        if (Presses.Read(chosen, value, text) is { } command)
            sitting.Try(command);
        else
            Assert.NotNull(Presses.Asks(chosen));
    }

    private static void Check(Sitting sitting)
    {
        var card = sitting.Card();
        Assert.InRange(card.Actions.Length, 0, 6);
        Assert.NotEmpty(card.Parts);
        Assert.NotEmpty(card.Fallback);
        Assert.All(Reading.Texts(card), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.True(sitting.Interview.IsOver || card.Actions.Length > 0);
        Assert.All(card.Actions.OfType<MenuAction>(), menu => Assert.InRange(menu.Options.Length, 1, 100));
        Assert.Equal(Reading.Labels(card).Distinct(), Reading.Labels(card));
        foreach (var surface in new[] { Surfaces.Board, Surfaces.Summary(Sitting.Id), Surfaces.Recruiter(0) })
            Assert.NotNull(DrawingJson.Write(sitting.OfLoop(surface)));
        Assert.NotEmpty(Answers.Status(sitting.View));
        Assert.NotEmpty(Answers.History(sitting.View));
        Assert.NotEmpty(Answers.Tip(sitting.View));
        Assert.NotEmpty(Retired.LineFor(sitting.View).Text);
    }
}
