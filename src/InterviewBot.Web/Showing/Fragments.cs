using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Inbox;
using InterviewBot.Web.Page;
using InterviewBot.Web.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Web.Showing;

/// <summary>The page and its pieces as HTML, drawn by the same components.</summary>
internal sealed class Fragments(IServiceProvider services, ILoggerFactory logs, PrivateCards privateCards)
{
    public Task<string> Page(LocalViewer viewer, ChatContent content, string token) =>
        Render<ChatPage>(
            new()
            {
                [nameof(ChatPage.Viewer)] = viewer,
                [nameof(ChatPage.Content)] = content,
                [nameof(ChatPage.Token)] = token,
            }
        );

    public Task<string> Entry(LocalViewer viewer, LocalMessage message) =>
        Render<ChatEntry>(new() { [nameof(ChatEntry.Viewer)] = viewer, [nameof(ChatEntry.Message)] = message });

    /// <summary>Null when there is nothing to tell.</summary>
    public async Task<string?> Private(LocalViewer viewer, string conversation, Reply reply) =>
        reply is { Text: null or "", Card: null }
            ? null
            : await Render<PrivateReply>(
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

    private async Task<string> Render<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
