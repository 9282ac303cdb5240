using CsCheck;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Pumping;

public sealed class AnyWeather
{
    private enum Weather
    {
        Fine,
        Throttled,
        AnswerLost,
        Refused,
        MessageDeleted,
        AckLost,
    }

    private static readonly Gen<(int Surface, Weather Weather, bool Far, bool Gone)[]> Days = Gen.Select(
        Gen.Int[0, 2],
        Gen.Enum<Weather>(),
        Gen.Bool,
        Gen.Frequency((6, Gen.Const(false)), (1, Gen.Const(true)))
    ).Array[1, 40];

    /// <summary>Whatever happened on the way: when the weather clears, each surface shows its newest state exactly once, and nothing waits.</summary>
    [Fact]
    public void Ends_with_the_newest_card_of_every_surface_exactly_once() =>
        Days.Sample(d => Ends(d).GetAwaiter().GetResult(), iter: 500);

    private static async Task Ends((int Surface, Weather Weather, bool Far, bool Gone)[] days)
    {
        using var scene = new Scene();
        var surfaces = new (string Name, StreamId Stream, Place Place, string? Parent)[]
        {
            ("prompt", Scene.Interview, Scene.Dm, null),
            ("board", Scene.Other, Scene.Hiring, null),
            ("summary:7", Scene.Other, Scene.Hiring, "board"),
        };
        var shown = new string?[3];
        for (var i = 0; i < days.Length; i++)
        {
            var (which, weather, far, gone) = days[i];
            var (name, stream, place, parent) = surfaces[which];
            shown[which] = gone && which == 0 ? null : $"{name}-{i}";
            scene.Surface(name, shown[which], i + 1, place, i + 1, parent, far && which == 0 ? 5 : 0, stream);
            if (which == 2 && shown[1] is null)
            {
                shown[1] = "board";
                scene.Drawer.Is(stream, "board", place, "board");
            }
            Turn(scene, weather);
            await scene.Idle();
            Turn(scene, Weather.Fine);
            scene.Clock.Advance(TimeSpan.FromSeconds(i % 7));
        }
        for (var i = 0; i < 60 && scene.Outbox.Waiting.Count > 0; i++)
        {
            scene.Clock.Advance(TimeSpan.FromMinutes(5));
            await scene.Idle();
        }

        // A message deleted by hand is noticed at the next change, and what was set aside is overtaken by it.
        for (var s = 0; s < 3; s++)
        {
            if (s > 0 && shown[s] is null)
                continue;
            shown[s] = shown[s] is { } text ? text + "!" : null;
            scene.Surface(
                surfaces[s].Name,
                shown[s],
                1000,
                surfaces[s].Place,
                1000,
                surfaces[s].Parent,
                0,
                surfaces[s].Stream
            );
        }
        await scene.Idle();

        Assert.Empty(scene.Outbox.Waiting);
        Assert.Empty(scene.Outbox.Parked);
        Assert.Equal(0, scene.Channel.Overlaps);
        for (var p = 0; p < 2; p++)
        {
            var place = p == 0 ? Scene.Dm : Scene.Hiring;
            var expected = Enumerable
                .Range(0, 3)
                .Where(s => surfaces[s].Place == place && shown[s] is not null)
                .Select(s => shown[s]!);
            // One-line forms of cards left behind may stand above, text-only forms nowhere any more.
            Assert.Equal(
                expected.Order(),
                scene.Channel.Texts(place).Where(t => !t.StartsWith("(was", StringComparison.Ordinal)).Order()
            );
        }
    }

    private static void Turn(Scene scene, Weather weather)
    {
        scene.Outbox.BeforeAck = null;
        scene.Channel.Instead = null;
        scene.Channel.Afterwards = null;
        var once = 0;
        switch (weather)
        {
            case Weather.Throttled:
                scene.Channel.Instead = (_, _, _, _) =>
                    Task.FromResult<SendResult?>(new SendResult.Retry(TimeSpan.FromSeconds(3)));
                break;
            case Weather.AnswerLost:
                scene.Channel.Afterwards = _ => throw new IOException();
                break;
            case Weather.Refused:
                // Cards, as text too; a one-line form that is refused stays a card for ever, which BringingACardDown shows.
                scene.Channel.Instead = (_, _, drawing, _) =>
                    Task.FromResult<SendResult?>(
                        drawing is Drawing.Line { Text: "was prompt" } ? null : new SendResult.RowFault("bad")
                    );
                break;
            case Weather.MessageDeleted:
                if (scene.Channel.Messages(Scene.Dm) is [.., var last])
                    scene.Channel.Lose(last.Ref);
                break;
            case Weather.AckLost:
                scene.Outbox.BeforeAck = _ =>
                {
                    if (once++ == 0)
                        throw new IOException();
                };
                break;
        }
    }
}
