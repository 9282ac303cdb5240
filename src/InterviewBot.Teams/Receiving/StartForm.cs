using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>The form for a new interview: in a dialog, and the same as a plain card where dialogs are not to be had.</summary>
internal sealed class StartForm(IGuideShelf shelf, TeamsAddresses addresses, IReception reception, TimeProvider clock)
{
    public const string Verb = "start-form";

    private const int MostChoices = 50;
    private const string Guide = PressCode.InputPrefix + "guide";
    private const string Candidate = PressCode.InputPrefix + "candidate";
    private const string Minutes = PressCode.InputPrefix + "minutes";
    private const string Channel = PressCode.InputPrefix + "channel";

    /// <param name="greeting">A line on top; null: none.</param>
    public async Task<JsonObject> Card(string tenant, string language, bool inDialog, string? greeting = null)
    {
        var texts = TeamsTexts.In(language);
        var body = new List<JsonObject>();
        if (greeting is not null)
            body.Add(Elements.Text(greeting, 600));
        var guides = shelf.For(language).Take(MostChoices).ToList();
        if (guides.Count == 0)
            body.Add(Elements.Text(texts["form-no-guides"], 200));
        else
            body.AddRange(Inputs(texts, guides, await addresses.Channels(tenant)));
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = Elements.Lang(texts.Language),
            ["fallbackText"] = texts["form-title"],
            ["body"] = Elements.Array(body),
        };
        if (guides.Count > 0)
            card["actions"] = new JsonArray(Start(texts, inDialog));
        return card;
    }

    /// <summary>A button that opens the form as a dialog.</summary>
    public static JsonObject Opener(string language) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = TeamsTexts.In(language)["form-open"],
            ["data"] = new JsonObject
            {
                ["msteams"] = new JsonObject { ["type"] = "task/fetch" },
                ["form"] = "start",
            },
        };

    public static bool IsMeant(JsonElement data) => data.Text("form") == "start";

    /// <param name="house">Decides where a direct start goes.</param>
    /// <returns>Null: the form was not filled by this bot's form.</returns>
    public async Task<Reply?> Take(Sender by, TeamsHouse house, JsonElement data)
    {
        var guide = data.Plain(Guide);
        if (string.IsNullOrWhiteSpace(guide) || data.Text("f") is not { Length: <= 40 } form)
            return null;
        var place = house.Dm(by.By.Person);
        if (data.Plain(Channel) is { Length: > 0 } channel && channel != Elements.NoChoice)
        {
            // The id comes from the client: only channels that the bot knows in this tenant count.
            if (await addresses.OfChannel(by.By.Person.Tenant, channel) is null)
                return null;
            place = new Place(TeamsHouse.ChannelName, by.By.Person.Tenant, channel);
        }
        var minutes = int.TryParse(data.Plain(Minutes), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        var candidate = data.Plain(Candidate)?.Trim();
        return await reception.StartForm(
            by.By,
            place,
            guide,
            string.IsNullOrEmpty(candidate) ? null : candidate,
            minutes is >= 5 and <= 480 ? minutes : null,
            // One form, one interview, however often it is sent.
            $"{house.Dm(by.By.Person)}:{form}:start",
            by.Cause("start")
        );
    }

    private static IEnumerable<JsonObject> Inputs(
        TeamsTexts texts,
        List<ShelvedGuide> guides,
        IReadOnlyList<KnownChannel> channels
    )
    {
        yield return Elements.Choice(
            Guide,
            texts["form-guide"],
            [.. guides.Select(g => (g.Guide.Name, g.Guide.Title))],
            guides[0].Guide.Name
        );
        yield return Elements.Input(Candidate, texts["form-candidate"], 100, multiline: false);
        yield return new JsonObject
        {
            ["type"] = "Input.Number",
            ["id"] = Minutes,
            ["label"] = texts["form-minutes"],
            ["min"] = 5,
            ["max"] = 480,
        };
        if (channels.Count > 0)
            yield return Elements.Choice(
                Channel,
                texts["form-channel"],
                [.. channels.Take(MostChoices).Select(c => (c.Id, $"#{c.Name}")).Prepend(("", texts["form-default"]))],
                ""
            );
    }

    private JsonObject Start(TeamsTexts texts, bool inDialog)
    {
        var data = new JsonObject { ["form"] = "start", ["f"] = StreamId.New(clock).ToString() };
        // A dialog takes submits only.
        return inDialog
            ? new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = texts["form-start"],
                ["data"] = data,
            }
            : Elements.Execute(texts["form-start"], Verb, data, takesInputs: true);
    }
}
