using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Receiving;

/// <summary>The guides that can be started now, by name. The folder and its watch are the host's.</summary>
public interface IGuideShelf
{
    IReadOnlyList<ShelvedGuide> Guides { get; }

    /// <summary>The same guides for a list to choose from: those in the person's language first.</summary>
    IReadOnlyList<ShelvedGuide> For(string language) => [.. Guides.OrderBy(g => g.Guide.Language == language ? 0 : 1)];
}

public sealed record ShelvedGuide(GuideText Text, Guide Guide);
