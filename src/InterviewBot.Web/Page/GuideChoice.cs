using InterviewBot.Guides.Documents;

namespace InterviewBot.Web.Page;

/// <summary>A guide in the start panel's list.</summary>
public sealed record GuideChoice(string Name, string Title, string Language, int Minutes)
{
    /// <summary>Planned length when a guide does not say.</summary>
    private const int Usual = 60;

    internal static GuideChoice Of(Guide guide) =>
        new(
            guide.Name,
            guide.For is null ? guide.Title : $"{guide.Title} ({guide.For})",
            guide.Language,
            guide.Minutes ?? Usual
        );
}
