using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Receiving;

/// <summary>What a person typed, as they see it: a message's text is for machines, its blocks tell what the composer made of the rest.</summary>
internal sealed partial class TypedText(People people, Audiences audiences, SlackHouse house, Patience patience)
{
    // Each name not known yet is a question that the acknowledgement waits for.
    private const int MostNames = 5;
    private const int ToneOfTwo = 0x1F3FB;

    public async ValueTask<string> Of(Workspace ours, JsonElement message)
    {
        var text = message.Text("text") ?? "";
        var written = message.List("blocks").SelectMany(Inside).ToList();
        if (written.Any(IsBulletList))
            text = Bullets().Replace(text, "$1- ");
        foreach (var emoji in written.Where(e => e.Text("type") == "emoji"))
            text = Drawn(text, emoji);
        var names = await Names(ours, text);
        return Mrkdwn.Unescape(text, ours.BotUser, names.GetValueOrDefault);
    }

    private async ValueTask<Dictionary<string, string>> Names(Workspace ours, string text)
    {
        var unnamed = Unnamed().Matches(text).Select(m => m.Groups[1].Value).Distinct().Take(MostNames);
        // All at once: they share the time that an acknowledgement has.
        var asked = await Task.WhenAll(
            unnamed
                .Where(id => id != $"@{ours.BotUser}")
                .Select(async id => (Id: id, Name: await Name(ours, id[0] == '@', id[1..])))
        );
        return asked.Where(a => a.Name is not null).ToDictionary(a => a.Id, a => a.Name!);
    }

    private async Task<string?> Name(Workspace ours, bool isPerson, string id) =>
        isPerson ? (await people.Of(ours, id, null)).Name : await Channel(ours, id);

    private async ValueTask<string?> Channel(Workspace ours, string id)
    {
        var place = new Place(SlackHouse.ChannelName, ours.Id, id);
        if (house.NameOf(place) is { } known)
            return known.TrimStart('#');
        using var limit = new CancellationTokenSource(patience.Question);
        return (await audiences.Of(ours, id, limit.Token)).Name;
    }

    // Of the standard ones the block holds the signs themselves; those of the workspace's own stay as they are called.
    private static string Drawn(string text, JsonElement emoji)
    {
        if (emoji.Text("name") is not { } name || emoji.Text("unicode") is not { } codes)
            return text;
        var signs = new System.Text.StringBuilder();
        foreach (var code in codes.Split('-'))
        {
            if (
                !int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sign)
                || sign is < 0x20 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF)
            )
                return text;
            signs.Append(char.ConvertFromUtf32(sign));
        }
        var drawn = signs.ToString();
        text = Toned(name).Replace(text, found => Tinted(drawn, found.Groups[1].Value[0] - '2'));
        return text.Replace($":{name}:", drawn, StringComparison.Ordinal);
    }

    private static string Tinted(string drawn, int tone)
    {
        var tint = char.ConvertFromUtf32(ToneOfTwo + tone);
        return drawn.Contains(tint, StringComparison.Ordinal) ? drawn : drawn + tint;
    }

    private static Regex Toned(string name) =>
        new($":{Regex.Escape(name)}::skin-tone-([2-6]):", RegexOptions.NonBacktracking);

    private static bool IsBulletList(JsonElement element) =>
        element.Text("type") == "rich_text_list" && element.Text("style") == "bullet";

    private static IEnumerable<JsonElement> Inside(JsonElement element) =>
        element.List("elements").SelectMany(Inside).Prepend(element);

    // The signs that Slack puts before the lines of a list, one for each depth.
    [GeneratedRegex(@"^([ \t]*)[•◦▪‣]\uFE0E?[ \t]+", RegexOptions.Multiline)]
    private static partial Regex Bullets();

    [GeneratedRegex("<([@#][A-Z0-9]+)>", RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();
}
