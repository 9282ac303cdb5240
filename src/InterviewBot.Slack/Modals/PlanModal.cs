using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Modals;

/// <summary>The plan before the interview begins: its minutes, the candidate's name, and topics to leave out or take in, as many at once as wanted.</summary>
internal static class PlanModal
{
    public const string Callback = "plan";
    public const string Minutes = "minutes";
    public const string Candidate = "candidate";
    public const string Topics = "topics";
    public const int LongestName = 100;

    // Slack's limit of one group of boxes.
    private const int BoxesAtOnce = 10;
    private const int MostGroups = 90;

    public static bool Is(MenuAction menu) => menu.Options.Any(o => o.Press.Verb == Presses.Verbs.Plan);

    public static JsonObject Of(MenuAction menu, string? channel, SlackTexts texts)
    {
        var now = menu
            .Options.FirstOrDefault(o => o is { Press.Verb: Presses.Verbs.Minutes, Detail: not null })
            ?.Press.Argument;
        var stream = menu.Options[0].Press.Stream;
        var blocks = new List<JsonObject>
        {
            Modal.Input(
                Minutes,
                texts["minutes"],
                Modal.TextInput(LineModal.Act, now, false, StartModal.MinutesDigits),
                optional: true
            ),
            Modal.Input(
                Candidate,
                texts["candidate"],
                Modal.TextInput(LineModal.Act, null, false, LongestName),
                optional: true,
                hint: texts["plan-candidate"]
            ),
        };
        var topics = menu.Options.Where(o => o.Press.Verb == Presses.Verbs.Plan).Chunk(BoxesAtOnce).Take(MostGroups);
        blocks.AddRange(
            topics.Select(
                (ten, n) =>
                    Modal.Input(
                        $"{Topics}{n}",
                        n == 0 ? texts["plan-topics"] : texts.With("continued", texts["plan-topics"]),
                        new JsonObject
                        {
                            ["type"] = "checkboxes",
                            ["action_id"] = LineModal.Act,
                            ["options"] = new JsonArray([
                                .. ten.Select(o => Elements.Option(o.Label, ActionElements.OptionCode(o), o.Detail)),
                            ]),
                        },
                        optional: true
                    )
            )
        );
        return Modal.Of(
            menu.Label,
            blocks,
            texts,
            Callback,
            texts["save"],
            new JsonObject
            {
                ["channel"] = channel,
                ["stream"] = $"{stream}",
                ["minutes"] = now,
            }
        );
    }

    /// <summary>What is to change, block by block, or which fields are wrong. A name is the press's text.</summary>
    public static (List<(string Block, Press Press, string? Text)> Changes, Dictionary<string, string> Wrong) Read(
        JsonElement view,
        JsonElement memory,
        SlackTexts texts
    )
    {
        var changes = new List<(string, Press, string?)>();
        var wrong = new Dictionary<string, string>();
        if (!StreamId.TryParse(memory.Text("stream") ?? "", out var stream))
            wrong[Minutes] = texts["moved-on"];
        if (ViewState.Text(view, Minutes)?.Trim() is { Length: > 0 } typed && typed != memory.Text("minutes"))
        {
            if (StartModal.MinutesOf(typed) is { } minutes)
                changes.Add(
                    (
                        Minutes,
                        new Press(stream, Presses.Verbs.Minutes, null, minutes.ToString(CultureInfo.InvariantCulture)),
                        null
                    )
                );
            else
                wrong[Minutes] = texts["bad-minutes"];
        }
        if (ViewState.Text(view, Candidate)?.Trim() is { Length: > 0 } name)
        {
            if (name.Length > LongestName)
                wrong[Candidate] = texts.With("too-long", LongestName);
            else
                changes.Add((Candidate, new Press(stream, Presses.Verbs.Candidate), name));
        }
        foreach (var (block, chosen) in ViewState.Chosen(view, Topics))
        {
            if (
                chosen is ['o', .. var code]
                && PressCode.Read(code) is { } press
                && press.Stream == stream
                && (press.Verb == Presses.Verbs.Plan || PressCode.IsHashed(press))
            )
                changes.Add((block, press, null));
            else
                wrong[block] = texts["moved-on"];
        }
        return (changes, wrong);
    }
}
