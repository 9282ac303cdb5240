using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews.Seams;

/// <summary>Pictures of a place go by a lane beside the place's own: an upload that hangs or fails holds up no card.</summary>
public static class PictureLane
{
    private const string Mark = "/pictures";

    public static string Of(Place place) => Beside(place.Lane);

    public static string Beside(string lane) => lane + Mark;

    public static bool Is(string lane) => lane.EndsWith(Mark, StringComparison.Ordinal);
}
