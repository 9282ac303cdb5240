using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.State;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class AskingAQuestion
{
    [Fact]
    public void The_largest_line_is_what_to_say_and_the_guides_own_question_stands_small_below()
    {
        var card = Situations.Redis("en").Card();
        var at = card.Parts.IndexOf(card.Parts.OfType<SayLine>().Single());
        Assert.Equal(new SayLine("If that Redis box reboots right now, what do you still have?", "en"), card.Parts[at]);
        Assert.Equal(new TextLine("How data survives a restart RDB/AOF", Tone.Small, "en"), card.Parts[at + 1]);
        Assert.Equal(((SayLine)card.Parts[at]).Text, card.Fallback);
    }

    [Fact]
    public void Without_words_to_say_the_question_is_largest_and_its_remarks_are_small()
    {
        var sitting = Sitting.In("en", "2.1");
        Assert.Contains(new SayLine("Tell me about your newest project", "en"), sitting.Card().Parts);
        Assert.Contains(new TextLine("the one you know best", Tone.Small, "en"), sitting.Card().Parts);
        sitting.Next();
        Assert.Contains(new SayLine("What happens between the browser and your code?", "en"), sitting.Card().Parts);
        Assert.Contains(new TextLine("proxy, workers, framework", Tone.Small, "en"), sitting.Card().Parts);
    }

    [Fact]
    public void Simpler_words_show_the_next_line_to_say()
    {
        var sitting = Situations.Redis("en");
        var simpler = Reading.Menu(sitting.Card(), "more").Options.Single(o => o.Label == "Simpler words");
        sitting.Do(Presses.Read(simpler.Press, null, null)!);
        Assert.Contains(new SayLine("The machine with Redis restarts. Is your data gone?", "en"), sitting.Card().Parts);
    }

    [Fact]
    public void What_is_said_stays_in_the_guides_language_when_the_person_reads_another()
    {
        var view = Situations.Redis("zh-CN").View;
        view = view with { Interview = view.Interview with { Language = "en" } };
        var card = Assert.IsType<Drawing.Shown>(Drawings.Of(Surfaces.Prompt, view, default)).Card;
        Assert.Equal("en", card.Language);
        Assert.Equal("zh-CN", card.Parts.OfType<SayLine>().Single().Language);
        Assert.Contains("Next", Reading.Labels(card));
    }

    [Fact]
    public void Times_are_the_persons_and_an_unknown_zone_is_UTC()
    {
        Assert.Contains(
            "until 14:09 · ends 15:00",
            Reading.Text(Situations.Redis("en").Card()),
            StringComparison.Ordinal
        );
        var view = Situations.Redis("en").View;
        view = view with { Interview = view.Interview with { Zone = "Middle/Earth" } };
        var card = Assert.IsType<Drawing.Shown>(Drawings.Of(Surfaces.Prompt, view, default)).Card;
        Assert.Contains("ends 14:00", Reading.Text(card), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_state_draws_the_same_card_until_the_planned_end_and_the_same_after_it()
    {
        var view = Situations.Redis("en").View;
        var first = Drawings.Of(Surfaces.Prompt, view, view.Interview.At);
        var end = view.Interview.EndsAt!.Value;
        Assert.Equal(DrawingJson.Hash(first), Hash(end.AddTicks(-1)));
        Assert.NotEqual(DrawingJson.Hash(first), Hash(end));
        Assert.Equal(Hash(end), Hash(end.AddHours(3)));

        ulong Hash(DateTimeOffset at) => DrawingJson.Hash(Drawings.Of(Surfaces.Prompt, view, at));
    }

    [Fact]
    public void The_first_topic_needs_no_bridge_another_gets_its_lead_in_or_the_default_one()
    {
        Assert.DoesNotContain("Lead in with", Reading.Texts(Sitting.Begun("en").Card()));
        var python = Sitting.In("en", "2.3").Card();
        Assert.Contains(
            python.Parts.OfType<ItemList>(),
            l => l.Items is [var words] && words.StartsWith("That was a lot about servers.", StringComparison.Ordinal)
        );
        var web = Sitting.Begun("en").Next().Card();
        Assert.Contains(
            web.Parts.OfType<ItemList>(),
            l => l.Items is ["Let's turn to another subject: Web."] && l.Language == "en"
        );
    }

    [Fact]
    public void A_bridge_says_what_it_is_about_and_not_how_the_guide_names_it()
    {
        Assert.Equal("我们换个话题，聊聊redis。", Bridge("redis的问题(重点)"));
        Assert.Equal("我们换个话题，聊聊TCP/IP，HTTP。", Bridge("TCP/IP，HTTP的相关问题"));
        Assert.Equal("我们换个话题，聊聊linux，docker。", Bridge("linux，docker问题"));
        Assert.Equal("我们换个话题，聊聊部署问题。", Bridge("部署问题"));
        // A topic without a flow is one question, its title: the bridge does not say it twice.
        var proud = Sitting.Begun("en").Next().Jump("3").Card();
        Assert.Contains(proud.Parts.OfType<ItemList>(), l => l.Items is ["Let's turn to something else."]);
    }

    private static string Bridge(string topicTitle)
    {
        var view = Sitting.In("zh-CN", "2.1").View;
        view = view with { Asking = view.Asking! with { TopicTitle = topicTitle } };
        var card = Assert.IsType<Drawing.Shown>(Drawings.Of(Surfaces.Prompt, view, default)).Card;
        return card.Parts.OfType<ItemList>().Single(l => l.Label == "这样引入").Items.Single();
    }

    [Fact]
    public void When_a_jump_ends_the_card_says_where_we_are_back_with_a_sentence_to_say()
    {
        var card = Sitting.In("en", "2.3").Do(new Skip(SkipKind.RestOfTopic, null, null, null)).Card();
        Assert.Contains("Python: done.", Reading.Texts(card));
        Assert.Contains(card.Parts.OfType<ItemList>(), l => l.Items is ["Let's come back to Introduction."]);
    }

    [Fact]
    public void A_tip_shows_on_entering_and_stands_behind_More_afterwards()
    {
        const string tip = "When a cache was mentioned, come here.";
        var sitting = Sitting.In("en", "2.2");
        Assert.Contains(tip, Reading.Texts(sitting.Card()));
        sitting.Next();
        Assert.DoesNotContain(tip, Reading.Texts(sitting.Card()));
        var option = Reading.Menu(sitting.Card(), "more").Options.Single(o => o.Label == "Tip and follow-ups");
        Assert.Equal(Conversation.Words.AskKind.Tip, Presses.Asks(option.Press));
        var answer = Speaking.Answers.Tip(sitting.View);
        Assert.Contains(tip, answer, StringComparison.Ordinal);
        Assert.Contains("Follow up: What does the file cost?", answer, StringComparison.Ordinal);
        Assert.Contains("Red flags: never thought about it", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Closing_reminders_stay_on_every_card_of_the_closing_stage()
    {
        var sitting = Sitting.Begun("en").Do(new WrapUp("no-time", null, null));
        Assert.Contains("Promise nothing, tell nothing confidential, stay realistic.", Reading.Texts(sitting.Card()));
        sitting.Note("asks about the team").Rate(3).Do(new Pause()).Do(new Resume());
        Assert.Contains("Promise nothing, tell nothing confidential, stay realistic.", Reading.Texts(sitting.Card()));
    }

    [Fact]
    public void Rate_offers_numbers_with_words_and_the_authors_anchors()
    {
        var rate = Reading.Menu(Sitting.In("en", "2.2").Next().Card(), "rate");
        Assert.Equal(["1 poor", "2 mixed", "3 good", "4 excellent"], rate.Options.Select(o => o.Label));
        Assert.Equal(
            ["no idea", "knows snapshots", "both, and the gap", "has tuned it"],
            rate.Options.Select(o => o.Detail)
        );
    }

    [Fact]
    public void The_last_question_of_a_topic_offers_the_topics_rating_too()
    {
        var sitting = Sitting.In("en", "2.1").Next(2).Do(new AnswerFork([false], null, null));
        var rate = Reading.Menu(sitting.Card(), "rate");
        Assert.Equal(8, rate.Options.Length);
        sitting.Do(Presses.Read(rate.Options[6].Press, null, null)!);
        Assert.Equal(3, sitting.Interview.Progress.TopicRatings["2.1"]);
    }

    [Fact]
    public void Skip_has_three_kinds_and_may_be_given_a_reason()
    {
        var skip = Reading.Menu(Sitting.In("en", "2.2").Card(), "skip");
        var orders = skip.Options.Select(o => Assert.IsType<Skip>(Presses.Read(o.Press, null, o.TextArgument)));
        Assert.Equal(Enum.GetValues<SkipKind>(), orders.Select(o => o.Kind).Distinct());
        Assert.Equal(2, skip.Options.Count(o => o.TextArgument is not null));
    }

    [Fact]
    public void Jump_tells_how_each_other_topic_stands()
    {
        var sitting = Sitting
            .Prepared("en")
            .Do(new PlanTopic("3", false))
            .Do(new BeginInterview(null, null))
            .Next()
            .Next();
        var jump = Reading.Menu(sitting.Card(), "jump").Options.ToDictionary(o => o.Label, o => o.Detail);
        Assert.Equal("done", jump["Introduction"]);
        Assert.Equal("3 open", jump["Redis"]);
        Assert.Equal("not planned", jump["A project they are proud of"]);
        Assert.DoesNotContain("Web", jump.Keys);
    }

    [Fact]
    public void A_note_within_twenty_seconds_after_a_move_may_belong_to_the_question_before()
    {
        var sitting = Sitting.In("en", "2.2").Next().After(20).Note("late thought");
        var press = Reading.Button(sitting.Card(), "Belongs to previous");
        sitting.Do(Presses.Read(press, null, null)!);
        Assert.Equal("2.2/1/op1", sitting.Interview.LivingNotes.Single().Question?.ToString());
        Assert.DoesNotContain("Belongs to previous", Reading.Labels(sitting.Card()));
        Assert.DoesNotContain(
            "Belongs to previous",
            Reading.Labels(Sitting.In("en", "2.2").Next().After(21).Note("on time").Card())
        );
    }

    [Fact]
    public void The_offer_to_file_a_note_before_goes_after_twenty_seconds()
    {
        var sitting = Sitting.In("en", "2.2").Next().After(5).Note("late thought");
        Assert.Contains("Belongs to previous", Reading.Labels(sitting.After(19).Card()));
        Assert.DoesNotContain("Belongs to previous", Reading.Labels(sitting.After(1).Card()));
    }

    [Fact]
    public void Hide_takes_name_notes_and_ratings_off_every_card_until_show()
    {
        foreach (var language in new[] { "en", "zh-CN" })
        {
            var sitting = Situations.Redis(language).Do(new HideDetails(true));
            Hidden(sitting);
            Hidden(sitting.Do(new ProposeFinish()));
            Hidden(sitting.Do(new GoOn()).Do(new LookBack(null)));
            Hidden(sitting.Do(new StopLooking()).Do(new Pause()));
            Hidden(sitting.Do(new Finish(null)));
            Hidden(sitting.Do(new Recommend(Recommendation.No)).Do(new PreviewScorecard(true)));
            Assert.Contains(
                sitting.Candidate,
                Reading.Text(sitting.Do(new HideDetails(false)).Card()),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Hide_takes_the_answers_off_the_card_and_the_name_off_the_board(string language)
    {
        var sitting = Situations.Redis(language);
        var listen = Speaking.Texts.In(language)["listen-for"];
        string Board() => Reading.Text(Assert.IsType<Drawing.Shown>(sitting.OfLoop(Surfaces.Board)).Card);
        Assert.Contains(listen, Reading.Text(sitting.Card()), StringComparison.Ordinal);
        Assert.Contains(sitting.Candidate, Board(), StringComparison.Ordinal);
        sitting.Do(new HideDetails(true)).Note("for the screen");
        Assert.DoesNotContain(listen, Reading.Text(sitting.Card()), StringComparison.Ordinal);
        Assert.DoesNotContain(sitting.Candidate, Board(), StringComparison.Ordinal);
        Assert.All(Reading.Menu(sitting.Card(), "rate").Options, option => Assert.Null(option.Detail));
        sitting.Do(new HideDetails(false));
        Assert.Contains(sitting.Candidate, Board(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_question_shows_its_notes_and_stays()
    {
        var sitting = Sitting.In("en", "2.2").Note("only snapshots").After(5).Note("+ knows the gap").Rate(3).Next();
        sitting.Do(new LookBack(null)).After(5).Note("one more").Rate(4);
        var text = Reading.Text(sitting.Card());
        Assert.All(
            ["only snapshots", "+ knows the gap", "one more", "4 excellent"],
            words => Assert.Contains(words, text, StringComparison.Ordinal)
        );
        Assert.Contains("Back to now", Reading.Labels(sitting.Card()));
    }

    [Fact]
    public void Files_are_told_of_once()
    {
        var sitting = Sitting.In("en", "2.2").After(60).Note("see screenshot", files: true);
        Assert.Contains("Files are not kept. Your text is.", Reading.Texts(sitting.Card()));
        sitting.After(60).Note("another", files: true);
        Assert.DoesNotContain("Files are not kept. Your text is.", Reading.Texts(sitting.Card()));
    }

    [Fact]
    public void Every_card_of_a_running_interview_offers_a_way_on()
    {
        foreach (
            var name in new[]
            {
                "prompt",
                "fork-ask",
                "fork-row",
                "pool",
                "look-back",
                "nothing-left",
                "guide-lost",
                "place-lost",
                "paused",
            }
        )
            Assert.NotEmpty(Assert.IsType<Drawing.Shown>(Situations.All[name]("en")).Card.Actions);
    }

    private static void Hidden(Sitting sitting)
    {
        Assert.True(sitting.Card().Hides);
        var json = DrawingJson.Write(sitting.Prompt());
        Assert.DoesNotContain(sitting.Candidate, json, StringComparison.Ordinal);
        Assert.All(
            sitting.Interview.LivingNotes,
            note => Assert.DoesNotContain(note.Text, json, StringComparison.Ordinal)
        );
        var text = Reading.Text(sitting.Card());
        Assert.DoesNotContain("3 good", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3 良", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take the rating away", json, StringComparison.Ordinal);
    }
}
