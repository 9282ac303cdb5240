using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Inbox;
using InterviewBot.Web.Page;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Showing;

/// <summary>The page and its pieces as HTML, drawn by the same components.</summary>
internal sealed class Fragments(IServiceProvider services, PrivateCards privateCards)
{
    public Task<string> Page(LocalViewer viewer, ChatContent content, string token) =>
        Html.Of<ChatPage>(
            services,
            new()
            {
                [nameof(ChatPage.Viewer)] = viewer,
                [nameof(ChatPage.Content)] = content,
                [nameof(ChatPage.Token)] = token,
            }
        );

    public Task<string> Entry(LocalViewer viewer, LocalMessage message) =>
        Html.Of<ChatEntry>(
            services,
            new() { [nameof(ChatEntry.Viewer)] = viewer, [nameof(ChatEntry.Message)] = message }
        );

    /// <summary>Null when there is nothing to tell.</summary>
    public async Task<string?> Private(LocalViewer viewer, string conversation, Reply reply) =>
        reply is { Text: null or "", Card: null }
            ? null
            : await Html.Of<PrivateReply>(
                services,
                new()
                {
                    [nameof(PrivateReply.Viewer)] = viewer,
                    [nameof(PrivateReply.Text)] = reply.Text,
                    [nameof(PrivateReply.Card)] = reply.Card,
                    [nameof(PrivateReply.Id)] = reply.Card is null
                        ? ""
                        : privateCards.Keep(viewer.Person, conversation, reply.Card).Id,
                }
            );
}
