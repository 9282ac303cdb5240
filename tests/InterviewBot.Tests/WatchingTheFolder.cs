using InterviewBot.Delivery.Receiving;
using InterviewBot.Hosting;
using InterviewBot.Shelf;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>Edits of guides while the bot runs.</summary>
public sealed class WatchingTheFolder : IDisposable
{
    private const string Good = "# One\n## 1. A\n```flow\nst=>start\nop=>operation: Ask\ne=>end\nst->op->e\n```\n";
    private const string Broken = "# Two\n## 1. A\n```flow\nst->e\n```\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("guides-");
    private readonly Lines _log = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_edit_is_in_use_at_the_next_look()
    {
        var folder = Folder();
        Write("g.md", Good);
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        Write("g.md", Good.Replace("# One", "# Another", StringComparison.Ordinal));
        Assert.Equal("Another", Assert.Single(folder.Guides).Guide.Title);
        Assert.Contains(
            _log.All,
            l => l.Contains("g.md was changed; the next interview uses it", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_broken_edit_keeps_the_last_good_version_and_tells()
    {
        var folder = Folder();
        Write("g.md", Good);
        Assert.Single(folder.Guides);
        Write("g.md", Broken);
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        var file = Assert.Single(folder.Files);
        Assert.True(file.IsHeldBack);
        Assert.Equal((1, Broken), (file.Errors, file.Text));
        Assert.Contains(_log.All, l => l.Contains("its last good version stays in use", StringComparison.Ordinal));
        Write("g.md", Good + "\nmended\n");
        Assert.False(Assert.Single(folder.Files).IsHeldBack);
    }

    [Fact]
    public void A_guide_that_came_with_an_error_takes_every_edit_that_is_no_worse()
    {
        var half = Good + "## 2. B\n```flow\nst->e\n```\n";
        var folder = Folder();
        Write("g.md", half);
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        Write("g.md", half.Replace("# One", "# Another", StringComparison.Ordinal));
        Assert.Equal("Another", Assert.Single(folder.Guides).Guide.Title);
        Write("g.md", half.Replace("# One", "# Worse", StringComparison.Ordinal) + "## 3. C\n```flow\nst->e\n```\n");
        Assert.Equal("Another", Assert.Single(folder.Guides).Guide.Title);
        Write("g.md", Good.Replace("# One", "# Mended", StringComparison.Ordinal));
        Assert.Equal("Mended", Assert.Single(folder.Guides).Guide.Title);
        Write("g.md", half);
        Assert.Equal("Mended", Assert.Single(folder.Guides).Guide.Title);
    }

    /// <summary>As Kubernetes does it: the guides are links into ..data, and ..data is swapped for another folder.</summary>
    [Fact]
    public void A_ConfigMap_that_is_swapped_is_followed()
    {
        var when = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var (version, title) in new[] { ("..one", "# One"), ("..two", "# Two") })
        {
            var path = Path.Combine(_folder.CreateSubdirectory(version).FullName, "g.md");
            File.WriteAllText(path, Good.Replace("# One", title, StringComparison.Ordinal));
            // The same size and the same time: only the place tells them apart.
            File.SetLastWriteTimeUtc(path, when);
        }
        var data = Path.Combine(_folder.FullName, "..data");
        Directory.CreateSymbolicLink(data, "..one");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "g.md"), "..data/g.md");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "..other.md"), "..data/g.md");
        var folder = Folder();
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "..two");
        Assert.Equal("Two", Assert.Single(folder.Guides).Guide.Title);
    }

    [Fact]
    public void A_link_to_nothing_takes_no_other_guide_along()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "gone.md"), "nowhere.md");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "self.md"), "self.md");
        Write("g.md", Good);
        var folder = Folder();
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        Assert.Equal("One", Assert.Single(folder.Guides).Guide.Title);
        Assert.Equal(2, _log.All.Count(l => l.Contains("cannot be read now", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_guides_of_the_folder_itself_are_offered()
    {
        foreach (
            var name in new[]
            {
                "README.md",
                "readme.zh-CN.md",
                "README_en.md",
                "CHANGELOG.md",
                "Contributing.md",
                "SECURITY.md",
                ".hidden.md",
                ".#lock.md",
                "notes.markdown",
                "guide.md.bak",
            }
        )
            Write(name, Good);
        _folder.CreateSubdirectory("drafts");
        Write("drafts/draft.md", Good);
        Write("security.md", Good);
        Write("LOUD.MD", Good);
        Assert.Equal(["LOUD", "security"], Folder().Guides.Select(g => g.Guide.Name));
    }

    [Fact]
    public void A_document_with_nothing_to_ask_is_told_once()
    {
        Write("g.md", "# Notes\n## Redis\nAsk about it.\n");
        var folder = Folder();
        Assert.Empty(folder.Guides);
        Assert.Empty(folder.Guides);
        Assert.Contains("g.md cannot be started", Assert.Single(_log.All), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_once_until_it_comes_and_goes()
    {
        var folder = Folder();
        _folder.Delete();
        Assert.Empty(folder.Guides);
        Assert.Empty(folder.Guides);
        Assert.Contains(_folder.FullName, Assert.Single(_log.All), StringComparison.Ordinal);
        _folder.Create();
        Assert.Empty(folder.Guides);
        _folder.Delete();
        Assert.Empty(folder.Guides);
        Assert.Equal(2, _log.All.Count);
        _folder.Create();
    }

    [Fact]
    public void A_folder_that_may_not_be_read_for_a_while_takes_no_guide_away()
    {
        var isClosed = false;
        var folder = new GuideFolder(
            Options.Create(new GuidesOptions { Path = _folder.FullName }),
            new Logger<GuideFolder>(_log)
        )
        {
            List = f => isClosed ? throw new UnauthorizedAccessException() : f.EnumerateFiles(),
        };
        Write("g.md", Good);
        Assert.Single(folder.Guides);
        isClosed = true;
        Assert.Single(folder.Guides);
        Assert.Single(folder.Files);
        Assert.Contains("cannot be looked at", Assert.Single(_log.All), StringComparison.Ordinal);
        isClosed = false;
        Write("g.md", Good.Replace("# One", "# Another", StringComparison.Ordinal));
        Assert.Equal("Another", Assert.Single(folder.Guides).Guide.Title);
    }

    [Fact]
    public void A_file_that_goes_is_gone()
    {
        var folder = Folder();
        Write("g.md", Good);
        Assert.Single(folder.Files);
        File.Delete(Path.Combine(_folder.FullName, "g.md"));
        Assert.Empty(folder.Files);
        Assert.Empty(folder.Guides);
    }

    /// <summary>Nobody lists the guides here: the watch alone tells of the edit.</summary>
    [Fact]
    public async Task The_log_tells_of_an_edit_although_nobody_starts_an_interview()
    {
        var folder = Folder();
        Write("g.md", Good);
        Assert.Single(folder.Guides);
        using var watch = new GuideWatch(folder, TimeProvider.System);
        await watch.StartAsync(TestContext.Current.CancellationToken);
        Write("g.md", Broken);
        await _log.WaitFor("its last good version stays in use");
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private GuideFolder Folder() =>
        new(Options.Create(new GuidesOptions { Path = _folder.FullName }), new Logger<GuideFolder>(_log));

    /// <summary>Always a new time, so that two writes within one tick of the file system's clock differ.</summary>
    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        var before = File.Exists(path) ? File.GetLastWriteTimeUtc(path) : DateTime.UnixEpoch;
        File.WriteAllText(path, text);
        if (File.GetLastWriteTimeUtc(path) <= before)
            File.SetLastWriteTimeUtc(path, before.AddSeconds(1));
    }

    private sealed class Lines : ILoggerFactory, ILogger
    {
        private readonly List<string> _lines = [];
        private readonly List<(string Words, TaskCompletionSource Seen)> _waiting = [];

        public IReadOnlyList<string> All
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public Task WaitFor(string words)
        {
            lock (_lines)
            {
                if (_lines.Exists(l => l.Contains(words, StringComparison.Ordinal)))
                    return Task.CompletedTask;
                var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((words, seen));
                return seen.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
            }
        }

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            lock (_lines)
            {
                var line = formatter(state, exception);
                _lines.Add(line);
                foreach (var (words, seen) in _waiting)
                {
                    if (line.Contains(words, StringComparison.Ordinal))
                        seen.TrySetResult();
                }
            }
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) { }

        public void Dispose() { }
    }
}
