using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>The local chat on a real server at a free loopback port.</summary>
public sealed class ChatHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ChatHost(WebApplication app, MemoryMessages messages, FakeReception reception)
    {
        _app = app;
        Messages = messages;
        Reception = reception;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }
    public MemoryMessages Messages { get; }
    public FakeReception Reception { get; }
    public FirstPage FirstPage => _app.Services.GetRequiredService<FirstPage>();
    public LocalChannel Channel => _app.Services.GetRequiredService<LocalChannel>();

    /// <param name="messages">Those of a host that stopped, for a restart.</param>
    /// <param name="address">That of a host that stopped, for a restart.</param>
    /// <param name="haveKey">Whether visitors have the key already.</param>
    /// <param name="desks">Interviews are read from here, where a test reads any.</param>
    public static async Task<ChatHost> Start(
        MemoryMessages? messages = null,
        FakeReception? reception = null,
        Uri? address = null,
        bool haveKey = true,
        IInterviewLog? desks = null
    )
    {
        messages ??= new MemoryMessages();
        reception ??= new FakeReception();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address?.ToString() ?? "http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<ILocalMessages>(messages);
        builder.Services.AddSingleton<IReception>(reception);
        builder.Services.AddSingleton<IGuideShelf, FakeShelf>();
        if (desks is not null)
        {
            var interviews = new InterviewDesk(desks, null!, null!, TimeProvider.System);
            builder.Services.AddSingleton(interviews);
            builder.Services.AddSingleton(new LoopDesk(desks, interviews, TimeProvider.System));
        }
        builder.Services.AddLocalChat();
        var app = builder.Build();
        if (haveKey)
            Visitors.HaveTheKey(app);
        app.MapLocalChat(Visitors.Key);
        await app.StartAsync();
        return new ChatHost(app, messages, reception);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
