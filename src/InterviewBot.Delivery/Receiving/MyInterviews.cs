using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Delivery.Receiving;

/// <summary>A person's own interviews: the current one, the list, and the one that holds a note.</summary>
internal sealed class MyInterviews(InterviewDesk interviews, IReadRows rows)
{
    private const int Listed = 20;

    /// <summary>How far back an edited or deleted line is looked for.</summary>
    private const int Searched = 10;

    /// <summary>Where typed lines of the person go; null: nowhere.</summary>
    public async ValueTask<InterviewView?> Current(Speaker by)
    {
        var focus = await rows.Find(ReadRowKinds.Focus, by.Person.ToString(), CancellationToken.None);
        return focus is null || focus.Organisation != by.Organisation ? null : await Mine(by, focus.Stream);
    }

    /// <summary>Why there is no current one: it is there, and cannot be read.</summary>
    public async ValueTask<bool> IsCurrentUnreadable(Speaker by) =>
        await rows.Find(ReadRowKinds.Focus, by.Person.ToString(), CancellationToken.None) is { } focus
        && (await Read(focus.Stream)).IsUnreadable;

    /// <summary>The interview if it is the person's own; null when it is not, not there or not readable.</summary>
    public async ValueTask<InterviewView?> Mine(Speaker by, StreamId interview) =>
        (await Read(interview)).View is { } view
        && view.Interview.Interviewer == by.Person
        && view.Interview.Organisation == by.Organisation
            ? view
            : null;

    // One that cannot be read takes nothing of its person along: lists, starts and the other interviews go on.
    private async ValueTask<(InterviewView? View, bool IsUnreadable)> Read(StreamId interview)
    {
        try
        {
            return (await interviews.View(interview, CancellationToken.None), false);
        }
        catch (UnknownEventException)
        {
            return (null, true);
        }
    }

    public async ValueTask<IReadOnlyList<ListedInterview>> List(Speaker by)
    {
        var focus = await rows.Find(ReadRowKinds.Focus, by.Person.ToString(), CancellationToken.None);
        var mine = await Rows(by, Listed);
        return
        [
            .. mine.Select(row =>
            {
                var data = InterviewRow.Read(row.Data);
                return new ListedInterview(
                    row.Stream,
                    data?.Candidate,
                    data?.GuideTitle ?? "",
                    Enum.TryParse<Phase>(row.Status, out var phase) ? phase : Phase.None,
                    data?.BegunAt,
                    focus?.Stream == row.Stream
                );
            }),
        ];
    }

    /// <summary>The interview that holds a note: the current one, else a recent one, as the person may have switched since.</summary>
    public async ValueTask<InterviewView?> Holding(Speaker by, string noteId, InterviewView? current)
    {
        if (current?.Interview.Notes.ContainsKey(noteId) == true)
            return current;
        foreach (var row in await Rows(by, Searched))
        {
            if (
                row.Stream != current?.Interview.Id
                && await Mine(by, row.Stream) is { } view
                && view.Interview.Notes.ContainsKey(noteId)
            )
                return view;
        }
        return null;
    }

    /// <summary>Whether one of the recent interviews knows this delivery.</summary>
    public async ValueTask<bool> Seen(Speaker by, Cause cause, InterviewView? current)
    {
        if (current?.Interview.HasSeen(cause) == true)
            return true;
        foreach (var row in await Rows(by, Searched))
        {
            if (
                row.Stream != current?.Interview.Id
                && await Mine(by, row.Stream) is { } view
                && view.Interview.HasSeen(cause)
            )
                return true;
        }
        return false;
    }

    private ValueTask<IReadOnlyList<ReadRow>> Rows(Speaker by, int limit) =>
        rows.List(ReadRowKinds.Interview, by.Organisation, by.Person, limit, CancellationToken.None);
}
