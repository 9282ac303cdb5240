using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>The form for a new interview: in a dialog, and the same as a plain card where dialogs are not to be had.</summary>
internal sealed class StartForm(
    IGuideShelf shelf,
    TeamsAddresses addresses,
    TeamsHouse house,
    Reopening places,
    IReception reception,
    TimeProvider clock
)
{
    public const string Verb = "start-form";

    private const int MostChoices = 50;

    // Minutes of an interview.
    private const int Fewest = 5;
    private const int Most = 480;
    private const string FewestToMost = "[5-9]|[1-9][0-9]|[1-3][0-9][0-9]|4[0-7][0-9]|480";
    private const string Guide = PressCode.InputPrefix + "guide";
    private const string Candidate = PressCode.InputPrefix + "candidate";
    private const string Minutes = PressCode.InputPrefix + "minutes";
    private const string Channel = PressCode.InputPrefix + "channel";

    /// <param name="line">On top: a greeting, or why it was not taken; null: none.</param>
    /// <param name="filled">What stands in it; null: nothing yet.</param>
    public async Task<JsonObject> Card(
        string tenant,
        string language,
        bool inDialog,
        string? line = null,
        JsonElement? filled = null
    )
    {
        var texts = TeamsTexts.In(language);
        var body = new List<JsonObject>();
        if (line is not null)
            body.Add(Elements.Text(line, 600, bold: filled is not null));
        var guides = shelf.For(language).Take(MostChoices).ToList();
        if (guides.Count == 0)
            body.Add(Elements.Text(texts["form-no-guides"], 200));
        else
            body.AddRange(Inputs(texts, guides, await addresses.Channels(tenant), filled));
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = Elements.Lang(texts.Language),
            ["fallbackText"] = texts["form-title"],
            ["speak"] = texts["form-title"],
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

    /// <returns>Null: it was not filled in by this bot's form. With a text it was not taken, and the form is to be shown again.</returns>
    public async Task<Reply?> Take(Sender by, JsonElement data)
    {
        var guide = data.Plain(Guide);
        if (string.IsNullOrWhiteSpace(guide) || data.Text("f") is not { Length: <= 40 } form)
            return null;
        var place = house.Dm(by.By.Person);
        if (data.Plain(Channel) is { Length: > 0 } channel && channel != Elements.NoChoice)
        {
            // The id comes from the client: only channels that the bot knows in this tenant count.
            if (await addresses.OfChannel(by.By.Person.Tenant, channel) is null)
                return new Reply(true, TeamsTexts.In(by.By.Language)["unknown-channel"], null);
            place = new Place(TeamsHouse.ChannelName, by.By.Person.Tenant, channel);
        }
        int? minutes = null;
        if (data.Plain(Minutes)?.Trim() is { Length: > 0 } typed)
        {
            // Clients look at the limits themselves; not all of them, and none has to.
            if (
                !int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < Fewest or > Most
            )
                return new Reply(true, TeamsTexts.In(by.By.Language)["form-minutes-wrong"], null);
            minutes = number;
        }
        // The channel that was chosen, or the one that is proposed.
        if ((place == house.Dm(by.By.Person) ? house.HiringChannel(by.By.Person).Place : place) is { } board)
            await places.LookAgain(board);
        var candidate = data.Plain(Candidate)?.Trim();
        return await reception.StartForm(
            by.By,
            place,
            guide,
            string.IsNullOrEmpty(candidate) ? null : candidate,
            minutes,
            // Filled in the same, one form is one interview, however often it is sent.
            $"{house.Dm(by.By.Person)}:{form}:{Filled(guide, candidate, minutes, place)}:start",
            by.Cause("start")
        );
    }

    private static string Filled(string guide, string? candidate, int? minutes, Place place) =>
        new Cause($"{guide}\n{candidate}\n{minutes}\n{place}").Hash.ToString("x", CultureInfo.InvariantCulture);

    private static IEnumerable<JsonObject> Inputs(
        TeamsTexts texts,
        List<ShelvedGuide> guides,
        IReadOnlyList<KnownChannel> channels,
        JsonElement? filled
    )
    {
        yield return Elements.Choice(
            Guide,
            texts["form-guide"],
            [.. guides.Select(g => (g.Guide.Name, g.Guide.Title))],
            guides.Select(g => g.Guide.Name).FirstOrDefault(n => n == filled?.Plain(Guide)) ?? guides[0].Guide.Name
        );
        yield return Elements.Input(
            Candidate,
            texts["form-candidate"],
            100,
            multiline: false,
            value: filled?.Plain(Candidate)
        );
        // No Input.Number: with limits the renderer takes an empty one for a wrong one, required or not.
        var minutes = Elements.Input(
            Minutes,
            texts["form-minutes"],
            3,
            multiline: false,
            filled?.Plain(Minutes)?.Trim()
        );
        minutes["regex"] = $"^({FewestToMost})$";
        minutes["errorMessage"] = texts["form-minutes-wrong"];
        yield return minutes;
        if (channels.Count == 0)
            yield break;
        var offered = channels.Take(MostChoices).Select(c => (c.Id, $"#{c.Name}")).Prepend(("", texts["form-default"]));
        var chosen = filled?.Plain(Channel);
        yield return Elements.Choice(
            Channel,
            texts["form-channel"],
            [.. offered],
            channels.Take(MostChoices).Any(c => c.Id == chosen) ? chosen! : ""
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
