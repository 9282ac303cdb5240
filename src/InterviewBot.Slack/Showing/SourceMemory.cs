using System.Collections.Concurrent;
using InterviewBot.Slack.Cards;

namespace InterviewBot.Slack.Showing;

/// <summary>
/// Which surface a message shows, for cards without anything to press, whose edits do not say it. A memory of this process: without it such
/// a card is shortened all the same, and has no button to show the rest.
/// </summary>
internal sealed class SourceMemory
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string, string), CardSource> known = new();

    public void Keep(string conversation, string ts, CardSource source)
    {
        if (known.Count >= Most)
            known.Clear();
        known[(conversation, ts)] = source;
    }

    public CardSource? Find(string conversation, string ts) => known.GetValueOrDefault((conversation, ts));
}
