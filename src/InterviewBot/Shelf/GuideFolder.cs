using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides;
using InterviewBot.Guides.Documents;
using InterviewBot.Hosting;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Options;

namespace InterviewBot.Shelf;

/// <summary>
/// The Markdown files of a folder, as guides to start. A look compares times and sizes and reads what changed, so an edit counts from the
/// next start on; a broken edit never replaces a good reading.
/// </summary>
internal sealed class GuideFolder(IOptions<GuidesOptions> options, ILogger<GuideFolder> log) : IGuideShelf, IGuideFiles
{
    private const long Unread = -1;
    private readonly Lock _one = new();
    private readonly Dictionary<string, Read> _files = new(StringComparer.Ordinal);
    private IReadOnlyList<ShelvedGuide> _guides = [];
    private bool _isMissing;

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
        var files = folder.EnumerateFiles("*.md").ToList();
        foreach (var file in files)
        {
            var known = _files.GetValueOrDefault(file.Name);
            if (known is not null && known.Written == file.LastWriteTimeUtc && known.Length == file.Length)
                continue;
            _files[file.Name] = Again(file, known);
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

    private Read Again(FileInfo file, Read? known)
    {
        var (written, length) = (file.LastWriteTimeUtc, file.Length);
        string text;
        try
        {
            text = File.ReadAllText(file.FullName);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            // Half written by an editor, or not ours to read: tried again at the next look, told once.
            if (known?.Length != Unread)
                log.GuideUnreadable(file.Name, why.GetType().Name);
            return new Read(default, Unread, known?.Guide, null, 0);
        }
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var reading = GuideReader.Read(name, text);
        var errors = reading.Problems.Count(p => p.Level == ProblemLevel.Error);
        if (errors > 0)
            log.GuideHasErrors(file.Name, errors);
        if (reading.Guide is not { } guide || (errors > 0 && known?.Guide is not null))
        {
            if (known?.Guide is not null)
                log.GuideHeldBack(file.Name);
            return new Read(written, length, known?.Guide, text, errors);
        }
        if (known is not null)
            log.GuideTaken(file.Name);
        return new Read(
            written,
            length,
            new ShelvedGuide(new GuideText(guide.Hash, guide.Name, text), guide),
            text,
            errors
        );
    }

    private sealed record Read(DateTime Written, long Length, ShelvedGuide? Guide, string? Text, int Errors);
}
