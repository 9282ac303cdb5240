using System.Collections.Immutable;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Loops;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Interviews.Deciding;

/// <summary>What has to happen after a commit. A pure function of events; stored with them, done later by the pump.</summary>
public abstract record Effect
{
    /// <summary>The surface wants drawing; a wake-up without content, as the pump draws from the log's head.</summary>
    /// <param name="At">Not before this time: something on the card has then had its time. Null: at once.</param>
    public sealed record Draw(string Surface, Place Place, DateTimeOffset? At = null) : Effect
    {
        public string Lane => IsPicture ? PictureLane.Of(Place) : Place.Lane;

        private bool IsPicture => Surface.StartsWith("picture:", StringComparison.Ordinal);
    }

    public sealed record TellInterview(StreamId To, InterviewCommand Command) : Effect;

    public sealed record TellLoop(StreamId To, LoopCommand Command) : Effect;

    /// <summary>A timer of the own stream.</summary>
    public sealed record Ring(string Timer, int Generation, DateTimeOffset At) : Effect;

    /// <summary>The outbox rows of these effects. Tell rows name their receiver as <c>interview:ID</c> or <c>loop:ID</c>.</summary>
    /// <param name="present">
    /// The clock as it is, not the commit's time, which never goes back: after a step back of the clock that lies in the future, and what is
    /// to be shown now would wait for it.
    /// </param>
    public static ImmutableArray<OutboxEntry> ToOutbox(
        StreamId stream,
        ImmutableArray<Effect> effects,
        DateTimeOffset present
    ) =>
        [
            .. effects.Select(
                (effect, n) =>
                    effect switch
                    {
                        Draw d => new OutboxEntry(d.Lane, OutboxKind.Draw, n, d.Surface, d.At ?? present, null),
                        TellInterview t => new OutboxEntry(
                            $"stream:{t.To}",
                            OutboxKind.Tell,
                            n,
                            $"interview:{t.To}",
                            present,
                            EventJson.Write(t.Command)
                        ),
                        TellLoop t => new OutboxEntry(
                            $"stream:{t.To}",
                            OutboxKind.Tell,
                            n,
                            $"loop:{t.To}",
                            present,
                            EventJson.Write(t.Command)
                        ),
                        Ring r => new OutboxEntry(
                            $"stream:{stream}",
                            OutboxKind.Ring,
                            n,
                            r.Timer,
                            r.At,
                            EventJson.Write(new Rang(r.Timer, r.Generation))
                        ),
                        _ => throw new System.Diagnostics.UnreachableException(
                            $"No outbox row for {effect.GetType().Name}."
                        ),
                    }
            ),
        ];
}
