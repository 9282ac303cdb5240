using System.Text.Json;
using System.Text.RegularExpressions;

namespace InterviewBot.Teams.Receiving;

/// <summary>What a message says, without what Teams puts around it.</summary>
/// <param name="Quoted">The message that is quoted: what stands for a thread in a direct conversation.</param>
/// <param name="IsForwarded">The words are somebody else's: never an order to the bot.</param>
/// <param name="HadFiles">Something is attached that the bot does not keep.</param>
internal sealed partial record Said(string Text, string? Quoted, bool IsForwarded, bool HadFiles, bool MentionsBot)
{
    private const string Forwarded = "forwardedMessageReference";

    public static Said In(Activity activity)
    {
        var attachments = activity.Json.List("attachments").ToList();
        var html = attachments.Where(a => a.Text("contentType") == "text/html").Select(a => a.Text("content"));
        var twin = html.FirstOrDefault(h => h is not null) is { } content ? RichText.Read(content) : null;
        return new Said(
            TextOf(activity, twin),
            attachments.FirstOrDefault(a => a.Text("contentType") == "messageReference")
                is { ValueKind: JsonValueKind.Object } reference
            && reference.Text("id") is { } id
                ? id
                : QuotedBy(activity) ?? twin?.ReplyTo,
            twin?.IsForwarded == true || attachments.Any(a => a.Text("contentType") == Forwarded),
            attachments.Any(IsFile),
            activity.Json.List("entities").Any(e => IsMentionOfBot(e, activity))
        );
    }

    /// <summary>Without the mention of the bot and the marks of quotes; other people are named as they are called.</summary>
    private static string TextOf(Activity activity, RichText? twin)
    {
        var text = activity.Json.Text("text") ?? "";
        foreach (var entity in activity.Json.List("entities"))
        {
            if (IsMentionOfBot(entity, activity) && entity.Text("text") is { } mention)
                text = Mention()
                    .Replace(
                        text.Replace(mention, "", StringComparison.Ordinal),
                        m => m.Groups[1].Value == Mention().Match(mention).Groups[1].Value ? "" : m.Value
                    );
        }
        text = Mention().Replace(QuoteMark().Replace(text, ""), "$1");
        // Somebody who writes about HTML has their tags escaped in the twin, or no twin at all that says otherwise.
        if (activity.Json.Text("textFormat") == "xml" || (twin is null && Wrapped().IsMatch(text)))
            text = RichText.Read(text).Text;
        text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();
        return twin is { Text.Length: > 0 } && IsSame(text, twin) ? twin.Text : text;
    }

    /// <summary>The twin says the same, with its lines, and without what was quoted.</summary>
    private static bool IsSame(string text, RichText twin)
    {
        var (said, wrote) = (Words(text), Words(twin.Text));
        return said == wrote || (twin.ReplyTo is not null && said.EndsWith(" " + wrote, StringComparison.Ordinal));
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsMentionOfBot(JsonElement entity, Activity activity) =>
        entity.Text("type") == "mention" && entity.At("mentioned")?.Text("id") == activity.RecipientId;

    private static string? QuotedBy(Activity activity) =>
        activity
            .Json.List("entities")
            .Where(e => e.Text("type") == "quotedReply")
            .Select(e => e.Text("quotedReply", "messageId"))
            .FirstOrDefault(id => id is not null);

    /// <summary>The HTML twin of the text, our own cards and quotes are no files.</summary>
    private static bool IsFile(JsonElement attachment) =>
        attachment.Text("contentType") is { } type
        && type is not ("text/html" or "messageReference" or Forwarded)
        && !type.StartsWith("application/vnd.microsoft.card", StringComparison.Ordinal);

    [GeneratedRegex("<at(?: [^<>]*)?>([^<>]*)</at>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex("<quoted [^<>]*/>", RegexOptions.IgnoreCase)]
    private static partial Regex QuoteMark();

    [GeneratedRegex(
        @"\A\s*<(?:div|p)(?: [^<>]*)?>.*</(?:div|p)>\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Wrapped();
}
