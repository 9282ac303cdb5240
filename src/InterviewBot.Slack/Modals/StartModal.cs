using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Modals;

/// <summary>The form that starts an interview: guide, candidate, minutes.</summary>
internal static class StartModal
{
    public const string Callback = "start";
    public const string Guide = "guide";
    public const string Candidate = "candidate";
    public const string Minutes = "minutes";
    public const int MinutesDigits = 4;
    private const int LongestName = 100;
    private const int FewestMinutes = 5;
    private const int MostMinutes = 480;

    /// <param name="channel">Where it was asked for: the hiring channel proposed; null: none.</param>
    public static JsonObject Of(IReadOnlyList<ShelvedGuide> guides, string? channel, SlackTexts texts)
    {
        if (guides.Count == 0)
            return Modal.Of(texts["start-title"], [Elements.Section(texts["no-guides"])], texts);
        var options = guides.Select(g =>
            (
                (string?)null,
                Elements.Option(g.Guide.Title, Value(g), g.Guide.Name == g.Guide.Title ? null : g.Guide.Name)
            )
        );
        return Modal.Of(
            texts["start-title"],
            [
                Modal.Input(Guide, texts["guide"], Elements.Select(texts["choose"], LineModal.Act, [.. options], null)),
                Modal.Input(
                    Candidate,
                    texts["candidate"],
                    Modal.TextInput(LineModal.Act, null, false, LongestName),
                    optional: true
                ),
                Modal.Input(
                    Minutes,
                    texts["minutes"],
                    Modal.TextInput(LineModal.Act, null, false, MinutesDigits),
                    optional: true
                ),
            ],
            texts,
            Callback,
            texts["start"],
            new JsonObject { ["channel"] = channel }
        );
    }

    /// <summary>What the form says, or which fields are wrong.</summary>
    public static (string? Guide, string? Candidate, int? Minutes, Dictionary<string, string> Wrong) Read(
        JsonElement view,
        IReadOnlyList<ShelvedGuide> guides,
        SlackTexts texts
    )
    {
        var wrong = new Dictionary<string, string>();
        var chosen = ViewState.Option(view, Guide);
        var guide = guides.FirstOrDefault(g => Value(g) == chosen)?.Guide.Name;
        if (guide is null)
            wrong[Guide] = texts["bad-guide"];
        var candidate = ViewState.Text(view, Candidate)?.Trim();
        if (candidate?.Length > LongestName)
            wrong[Candidate] = texts.With("too-long", LongestName);
        int? minutes = null;
        if (ViewState.Text(view, Minutes)?.Trim() is { Length: > 0 } typed)
        {
            minutes = MinutesOf(typed);
            if (minutes is null)
                wrong[Minutes] = texts["bad-minutes"];
        }
        return (guide, string.IsNullOrEmpty(candidate) ? null : candidate, minutes, wrong);
    }

    /// <summary>Null: no number of minutes that an interview can have.</summary>
    public static int? MinutesOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= FewestMinutes and <= MostMinutes
            ? number
            : null;

    private static string Value(ShelvedGuide guide) => FieldValue.Write(guide.Guide.Name);
}
