using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>Puts cards into the chat as the pump does.</summary>
public static class Chat
{
    public static async Task<string> Post(
        this ChatHost host,
        string conversation,
        Drawing drawing,
        string surface = "prompt",
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
        string surface = "prompt",
        StreamId? stream = null,
        string? parent = null
    ) => host.Post(conversation, new Drawing.Shown(card), surface, stream, parent);

    public static Task<SendResult> Edit(this ChatHost host, string conversation, string reference, Drawing drawing) =>
        host.Channel.Edit(LocalPeople.PlaceOf(conversation), reference, drawing, CancellationToken.None);

    /// <summary>A line that somebody typed and the bot has worked on.</summary>
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

    public static async Task<string> Page(this ChatHost host, string person = "interviewer", string language = "en")
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return await http.GetStringAsync($"/?as={person}");
    }
}
