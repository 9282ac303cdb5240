using System.Globalization;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Delivery.Pumping;

/// <summary>
/// A message that a re-post leaves behind is a surface of its own, named <c>prompt~2</c> after the generation it was. It is written before
/// the re-post and owes its one-line form while its hash is null, so that a crash or an outage in between cannot lose it.
/// </summary>
internal static class LeftBehind
{
    private const char Mark = '~';

    public static SurfaceRow Of(SurfaceRow surface) =>
        surface with
        {
            Name = Name(surface.Name, surface.Gen),
            IntentAt = null,
            DrawnHash = null,
        };

    public static string Name(string surface, int gen) => surface + Mark + gen.ToString(CultureInfo.InvariantCulture);

    /// <summary>The surface that a name belongs to, that of a message left behind included.</summary>
    public static string Owner(string name) => name.Split(Mark, 2)[0];

    /// <summary>The message that still owes its one-line form; null when none does. There is one at most: the next re-post waits for it.</summary>
    public static async ValueTask<SurfaceRow?> Owed(IOutbox outbox, SurfaceRow surface)
    {
        // The generation before is the rule; between them lie posts whose message was found missing.
        for (var gen = surface.Gen - 1; gen > 0; gen--)
        {
            if (await outbox.Surface(surface.Stream, Name(surface.Name, gen), CancellationToken.None) is { } row)
                return row is { Ref: not null, DrawnHash: null } ? row : null;
        }
        return null;
    }
}
