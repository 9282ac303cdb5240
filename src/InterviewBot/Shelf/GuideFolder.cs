using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides;
using InterviewBot.Guides.Documents;
using InterviewBot.Hosting;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Options;

namespace InterviewBot.Shelf;

/// <summary>
/// The guides of a folder (<see cref="GuideNames"/>), to start. A look compares times and sizes and reads what changed, so an edit counts from
/// the next start on; an edit with more errors than the version in use never replaces it.
/// </summary>
internal sealed class GuideFolder(IOptions<GuidesOptions> options, ILogger<GuideFolder> log) : IGuideShelf, IGuideFiles
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, Read> _files = new(StringComparer.Ordinal);
    private IReadOnlyList<ShelvedGuide> _guides = [];
    private bool _isMissing;
    private bool _isClosed;

    /// <summary>How the folder is listed; tests refuse as the system does to others than root.</summary>
    internal Func<DirectoryInfo, IEnumerable<FileInfo>> List { get; init; } = folder => folder.EnumerateFiles();

    public IReadOnlyList<ShelvedGuide> Guides
    {
        get
        {
            lock (_one)
            {
                Look();
                return _guides;
            }
        }
    }

    public IReadOnlyList<GuideFile> Files
    {
        get
        {
            lock (_one)
            {
                Look();
                return
                [
                    .. _files
                        .OrderBy(f => f.Key, StringComparer.Ordinal)
                        .Select(f => new GuideFile(
                            f.Key,
                            Path.GetFileNameWithoutExtension(f.Key),
                            f.Value.Text,
                            f.Value.Guide,
                            f.Value.Errors
                        )),
                ];
            }
        }
    }

    private void Look()
    {
        var folder = new DirectoryInfo(options.Value.Folder);
        if (!folder.Exists)
        {
            if (!_isMissing)
                log.GuideFolderMissing(folder.FullName);
            _isMissing = true;
            return;
        }
        _isMissing = false;
        var changed = false;
        if (Listed(folder) is not { } files)
            return;
        foreach (var file in files)
        {
            var known = _files.GetValueOrDefault(file.Name);
            var state = State(file);
            if (known is not null && known.State == state && state is not null)
                continue;
            _files[file.Name] = Again(file, state, known);
            changed = true;
        }
        foreach (var gone in _files.Keys.Except(files.Select(f => f.Name)).ToList())
            changed |= _files.Remove(gone);
        if (changed)
            _guides =
            [
                .. _files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value.Guide).OfType<ShelvedGuide>(),
            ];
    }

    /// <returns>Null when the folder may not be read now, as a network folder does at times: what was read stays in use, and it is told once.</returns>
    private List<FileInfo>? Listed(DirectoryInfo folder)
    {
        try
        {
            var files = List(folder).Where(f => GuideNames.IsGuide(f.Name)).ToList();
            _isClosed = false;
            return files;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            if (!_isClosed)
                log.GuideFolderUnreadable(why.GetType().Name);
            _isClosed = true;
            return null;
        }
    }

    private static FileState? State(FileInfo file)
    {
        try
        {
            return FileState.Of(file);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private Read Again(FileInfo file, FileState? state, Read? known)
    {
        string text;
        try
        {
            text = File.ReadAllText(file.FullName);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            // Half written by an editor, a link to nothing, or not ours to read: tried again at the next look, told once.
            if (known is not { State: null })
                log.GuideUnreadable(file.Name, why.GetType().Name);
            return new Read(null, known?.Guide, known?.ErrorsInUse ?? 0, null, 0);
        }
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var reading = GuideReader.Read(name, text);
        var errors = reading.Problems.Count(p => p.Level == ProblemLevel.Error);
        if (errors > 0)
            log.GuideHasErrors(file.Name, errors);
        // A guide that came with an error takes every edit that is no worse: its author is at work on it.
        if (reading.Guide is not { } guide || (known?.Guide is not null && errors > known.ErrorsInUse))
        {
            if (known?.Guide is not null)
                log.GuideHeldBack(file.Name);
            else if (errors == 0)
                log.GuideHasNothingToAsk(file.Name);
            return new Read(state, known?.Guide, known?.ErrorsInUse ?? 0, text, errors);
        }
        if (known is not null)
            log.GuideTaken(file.Name);
        var shelved = new ShelvedGuide(new GuideText(guide.Hash, guide.Name, text), guide);
        return new Read(state, shelved, errors, text, errors);
    }

    /// <param name="State">Null: it could not be read and is tried again at the next look.</param>
    /// <param name="ErrorsInUse">Those of <paramref name="Guide"/>, which may be an earlier version.</param>
    private sealed record Read(FileState? State, ShelvedGuide? Guide, int ErrorsInUse, string? Text, int Errors);
}
