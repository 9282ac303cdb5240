using InterviewBot.Guides.Documents;

namespace InterviewBot.Interviews.Seams;

/// <summary>Guide texts by version. An interview keeps the text it started with.</summary>
public interface IGuides
{
    /// <summary>The guide whose text has this hash; null when no copy of the text is known.</summary>
    ValueTask<Guide?> Pinned(string hash, CancellationToken ct);

    /// <summary>The guide of a text that a first commit is about to pin; null when nothing in it can be asked.</summary>
    Guide? Read(GuideText text);
}

/// <summary>The pinned texts in the store, written by first commits.</summary>
public interface IGuideTexts
{
    ValueTask<GuideText?> Find(string hash, CancellationToken ct);
}

/// <summary>A version of a guide that an interview was started with.</summary>
/// <param name="At">When it was first used.</param>
public sealed record GuideVersion(string Hash, string Name, DateTimeOffset At);

/// <summary>The versions the store knows, for those who write guides.</summary>
public interface IGuideVersions
{
    /// <summary>Of the guide of that file name, newest first; at most 50.</summary>
    ValueTask<IReadOnlyList<GuideVersion>> Versions(string name, CancellationToken ct);
}
