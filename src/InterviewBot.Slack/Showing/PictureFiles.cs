using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Panel;
using InterviewBot.Delivery.Channels;
using InterviewBot.Pictures.Drawing;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Showing;

/// <summary>
/// Pictures as files of Slack: a ticket, the bytes, and only the last call shows anything to anybody. A picture that the workspace does not
/// take (no scope, uploads switched off) is set aside: the table beside it says the same, so no lane waits for it.
/// </summary>
internal sealed class PictureFiles(SlackApi api, PostLookup lookup)
{
    private const string Mark = "file:";

    /// <summary>Slack refuses more with alt_txt_too_large.</summary>
    private const int LongestAlt = 1_000;

    /// <summary>Twice as sharp as the page: it is looked at on phones, zoomed in.</summary>
    private const float Scale = 2;

    // None of them will go better next time, and each concerns files alone.
    private static readonly string[] NotTaken =
    [
        "missing_scope",
        "not_allowed_token_type",
        "access_denied",
        "posting_to_channel_denied",
        "file_uploads_disabled",
        "file_uploads_except_images_disabled",
        "file_upload_size_restricted",
        "file_type_not_allowed",
    ];

    public static bool IsFile(string reference) => reference.StartsWith(Mark, StringComparison.Ordinal);

    /// <param name="key">Of the post; the file's name, by which it is found again.</param>
    public async Task<SendResult> Post(
        Workspace ours,
        string conversation,
        PostRequest post,
        string key,
        CancellationToken ct
    )
    {
        var name = $"interview-{key.Replace(':', '-')}.png";
        if (
            (post.MayExist || lookup.IsUnknown(key))
            && await lookup.FindFile(ours, name, conversation, post.ParentRef, ct) is { } there
        )
            return new SendResult.Sent(Mark + there);
        // Looked for in order to be taken back, and never made.
        if (post.Drawing is not Drawing.Drawn { Report: { } report } picture)
            return new SendResult.Missing();
        if (Painted(report) is not { } bytes)
            return new SendResult.RowFault("no-picture");
        var ticket = await api.Ask(
            ours,
            "files.getUploadURLExternal",
            new()
            {
                ["filename"] = name,
                ["length"] = $"{bytes.Length}",
                ["alt_txt"] = Clip.To(picture.Alt, LongestAlt),
            },
            ct
        );
        if (
            !ticket.Ok
            || ticket.Body.Text("upload_url") is not { } address
            || ticket.Body.Text("file_id") is not { } id
        )
            return Failed(ticket);
        if (await api.Upload(address, bytes, ct) is { Ok: false } refused)
            return Failed(refused);
        return await Complete(ours, conversation, post.ParentRef, key, id, Clip.Line(picture.Title, 200), ct);
    }

    public async Task<SendResult> Erase(Workspace ours, string reference, CancellationToken ct)
    {
        var answer = await api.Ask(ours, "files.delete", new() { ["file"] = reference[Mark.Length..] }, ct);
        return answer.Ok || answer.Error is "file_not_found" or "file_deleted"
            ? new SendResult.Sent(reference)
            : Failed(answer);
    }

    private async Task<SendResult> Complete(
        Workspace ours,
        string conversation,
        string? thread,
        string key,
        string id,
        string title,
        CancellationToken ct
    )
    {
        var body = new JsonObject
        {
            ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = title }),
            ["channel_id"] = conversation,
        };
        if (thread is not null)
            body["thread_ts"] = thread;
        lookup.Begin(key);
        var answer = await api.Send(ours, "files.completeUploadExternal", body, ct);
        if (answer.Error != ApiAnswer.Unanswered)
            lookup.End(key);
        return answer.Ok ? new SendResult.Sent(Mark + id) : Failed(answer);
    }

    private static byte[]? Painted(FlowReport report)
    {
        try
        {
            return ReportPictures.OfInterview(report) is { } chart ? PngPainter.Paint(chart, Scale) : null;
        }
        catch (NoFontException)
        {
            return null;
        }
    }

    // Other methods go on while files are limited: no gate, only this lane waits.
    private static SendResult Failed(ApiAnswer answer) =>
        answer.Error is { } error && NotTaken.Contains(error)
            ? new SendResult.RowFault(error)
            : SendErrors.Of(answer, null);
}
