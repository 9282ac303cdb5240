using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Receiving;

/// <summary>The guides that can be started now, by name. The folder and its watch are the host's.</summary>
public interface IGuideShelf
{
    IReadOnlyList<ShelvedGuide> Guides { get; }
}

public sealed record ShelvedGuide(GuideText Text, Guide Guide);
