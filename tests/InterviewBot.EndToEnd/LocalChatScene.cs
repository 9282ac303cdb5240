using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Web.People;
using InterviewBot.Web.Tests.Fakes;

namespace InterviewBot.EndToEnd;

/// <summary>Puts sample cards and lines into the chat.</summary>
internal static class LocalChatScene
{
    public static async Task<string> Post(
        this ChatHost host,
        string conversation,
        Drawing drawing,
        string surface,
        StreamId? stream = null,
        string? parent = null
    )
    {
        var sent = await host.Channel.Post(
            new PostRequest(
                LocalPeople.PlaceOf(conversation),
                parent,
                drawing,
                stream ?? SampleCards.Interview,
                surface,
                1
            ),
            CancellationToken.None
        );
        return ((SendResult.Sent)sent).Ref;
    }

    public static Task<string> Post(
        this ChatHost host,
        string conversation,
        Card card,
        string surface,
        StreamId? stream = null,
        string? parent = null
    ) => host.Post(conversation, new Drawing.Shown(card), surface, stream, parent);

    public static Task Edit(this ChatHost host, string conversation, string reference, Card card) =>
        host.Channel.Edit(
            LocalPeople.PlaceOf(conversation),
            reference,
            new Drawing.Shown(card),
            CancellationToken.None
        );

    public static Task Note(this ChatHost host, string conversation, string author, string text, long? thread = null) =>
        host.Messages.Add(
            new(
                0,
                conversation,
                thread,
                author,
                false,
                text,
                TimeProvider.System.GetUtcNow(),
                null,
                null,
                0,
                true,
                null,
                null
            )
        );

    /// <summary>The middle of an interview, as the interviewer and the others see it.</summary>
    public static async Task<string> SetMidInterview(this ChatHost host, Card prompt)
    {
        const string dm = "dm-interviewer";
        await host.Note(dm, "interviewer", "start backend-python for Sam Rivera");
        await host.Post(
            dm,
            new Drawing.Line("What happens when a key expires? · 4 excellent · 3 notes", "en"),
            "prompt-old"
        );
        await host.Note(dm, "interviewer", "+ only snapshots, but knows the gap and says so");
        await host.Note(dm, "interviewer", "? ask again about fsync");
        var card = await host.Post(dm, prompt, "prompt");
        await host.Note(dm, "interviewer", "mentions https://redis.io/docs on his own");
        var board = await host.Post(LocalPeople.Hiring, SampleCards.Board, "board", SampleCards.Loop);
        await host.Post(LocalPeople.Hiring, SampleCards.Summary, "summary", SampleCards.Interview, board);
        await host.Note(LocalPeople.Hiring, "recruiter", "Thanks, sounds good so far.", long.Parse(board));
        await host.Note(LocalPeople.Hiring, "panellist", "I take MySQL and Python at eleven.");
        return card;
    }
}
