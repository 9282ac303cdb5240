namespace InterviewBot.Delivery.Receiving;

/// <summary>What stands in the folder of the guides now, for those who mend it. Beside <see cref="IGuideShelf"/>, which has what can be started.</summary>
public interface IGuideFiles
{
    IReadOnlyList<GuideFile> Files { get; }
}

/// <summary>A file of the folder as it was last looked at.</summary>
/// <param name="File">Its name with ending, without folder.</param>
/// <param name="Name">The guide's name: without ending.</param>
/// <param name="Text">What stands in it; null when it cannot be read.</param>
/// <param name="Serving">What the next interview starts with; null when nothing can be started.</param>
/// <param name="Errors">Errors of <paramref name="Text"/>. With any, the last version without is served, if there was one since the start.</param>
public sealed record GuideFile(string File, string Name, string? Text, ShelvedGuide? Serving, int Errors)
{
    /// <summary>The file was changed, but the bot keeps an earlier version: the edit is broken or cannot be read.</summary>
    public bool IsHeldBack => Serving is not null && Serving.Text.Text != Text;
}
