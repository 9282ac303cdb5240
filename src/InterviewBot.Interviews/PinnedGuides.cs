using System.Collections.Concurrent;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Interviews;

/// <summary>Guides by the hash of their text, read from the store once and kept. A company has a few dozen versions alive, so nothing is ever dropped.</summary>
public sealed class PinnedGuides(IGuideTexts texts) : IGuides
{
    private readonly ConcurrentDictionary<string, Guide> _byHash = new(StringComparer.Ordinal);

    public async ValueTask<Guide?> Pinned(string hash, CancellationToken ct)
    {
        if (_byHash.TryGetValue(hash, out var known))
            return known;
        return await texts.Find(hash, ct) is { } text ? Read(text) : null;
    }

    public Guide? Read(GuideText text)
    {
        if (_byHash.TryGetValue(text.Hash, out var known))
            return known;
        return GuideReader.Read(text.Name, text.Text).Guide is { } guide ? _byHash.GetOrAdd(text.Hash, guide) : null;
    }
}
