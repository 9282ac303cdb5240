using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Web.Tests.Fakes;

public sealed class FakeShelf : IGuideShelf
{
    public IReadOnlyList<ShelvedGuide> Guides { get; } =
    [
        Shelved("backend-python.zh-CN", "Python 后端面试", "zh-CN", 60),
        Shelved("backend-python", "Backend Python", "en", 55),
    ];

    private static ShelvedGuide Shelved(string name, string title, string language, int minutes) =>
        new(new GuideText(name, name, ""), new Guide(name, title, name, language, "mid-level and up", minutes, []));
}
