using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>The guide pages on a real server at a free loopback port, with guides in memory.</summary>
public sealed class GuideHost : IAsyncDisposable, IGuideFiles, IGuideVersions, IGuideTexts
{
    private readonly List<GuideFile> _files = [];
    private readonly List<(GuideText Text, DateTimeOffset At)> _versions = [];
    private readonly WebApplication _app;

    private GuideHost(bool haveKey, bool withChat)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<IGuideFiles>(this);
        builder.Services.AddSingleton<IGuideVersions>(this);
        builder.Services.AddSingleton<IGuideTexts>(this);
        builder.Services.AddGuidePages();
        if (withChat)
            builder.Services.AddSingleton<LocalHouse>();
        _app = builder.Build();
        if (haveKey)
            Visitors.HaveTheKey(_app);
        _app.MapGuidePages(Visitors.Key);
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<GuideFile> Files => _files;

    public static async Task<GuideHost> Start(bool haveKey = true, bool withChat = false)
    {
        var host = new GuideHost(haveKey, withChat);
        await host._app.StartAsync();
        return host;
    }

    /// <param name="serving">The text of the version that is served; null: the same, when it has no error.</param>
    public GuideHost With(string name, string text, string? serving = null)
    {
        var errors = GuideReader.Read(name, text).Problems.Count(p => p.Level == ProblemLevel.Error);
        var served = serving ?? text;
        var guide = GuideReader.Read(name, served).Guide;
        _files.Add(
            new GuideFile(
                name + ".md",
                name,
                text,
                guide is null ? null : new ShelvedGuide(new GuideText(guide.Hash, name, served), guide),
                errors
            )
        );
        return this;
    }

    /// <returns>Its hash.</returns>
    public string Used(string name, string text, DateTimeOffset at)
    {
        var hash = GuideReader.Read(name, text).Guide!.Hash;
        _versions.Add((new GuideText(hash, name, text), at));
        return hash;
    }

    public ValueTask<IReadOnlyList<GuideVersion>> Versions(string name, CancellationToken ct) =>
        new([
            .. _versions
                .Where(v => v.Text.Name == name)
                .OrderByDescending(v => v.At)
                .Select(v => new GuideVersion(v.Text.Hash, name, v.At)),
        ]);

    public ValueTask<GuideText?> Find(string hash, CancellationToken ct) =>
        new(_versions.Select(v => v.Text).FirstOrDefault(t => t.Hash == hash));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
