using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Seams;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Page;

/// <summary>What stands on the page when it opens.</summary>
/// <param name="Cursor">Every change up to this version is on the page; live updates go on from here.</param>
public sealed record ChatContent(
    IReadOnlyList<LocalMessage> Dm,
    IReadOnlyList<LocalMessage> Hiring,
    IReadOnlyList<GuideChoice> Guides,
    long Cursor
)
{
    /// <summary>The guide that somebody came to start: the panel opens with it.</summary>
    public GuideChoice? Chosen { get; init; }

    private const int Shown = 200;

    internal static async Task<ChatContent> Load(
        ILocalMessages messages,
        IGuideShelf shelf,
        LocalViewer viewer,
        CancellationToken ct
    )
    {
        // The cursor comes from a first look at each conversation, what is shown from a later one: whatever changes meanwhile is
        // above the cursor and comes live, at worst a second time.
        var early = await messages.Recent(viewer.Person.Dm, Shown, ct);
        var hiring = await messages.Recent(LocalPeople.Hiring, Shown, ct);
        var dm = await messages.Recent(viewer.Person.Dm, Shown, ct);
        var cursor = early.Concat(hiring).Select(m => m.Version).DefaultIfEmpty(0).Max();
        return new ChatContent(
            dm,
            hiring,
            [.. shelf.For(viewer.Language).Select(g => GuideChoice.Of(g.Guide))],
            cursor
        );
    }
}
