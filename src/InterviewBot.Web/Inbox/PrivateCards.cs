using System.Security.Cryptography;
using InterviewBot.Conversation.Cards;
using InterviewBot.Web.People;

namespace InterviewBot.Web.Inbox;

/// <summary>
/// The newest private cards handed out, at most 200: they are stored nowhere, yet a press on one must be known to stand on it. After a
/// restart such a press is turned away; the person asks again.
/// </summary>
internal sealed class PrivateCards
{
    private const int Most = 200;
    private readonly Lock _lock = new();
    private readonly LinkedList<PrivateCard> _cards = new();

    public PrivateCard Keep(LocalPerson person, string conversation, Card card)
    {
        var kept = new PrivateCard(
            $"p{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}",
            person,
            conversation,
            card
        );
        lock (_lock)
        {
            _cards.AddLast(kept);
            if (_cards.Count > Most)
                _cards.RemoveFirst();
        }
        return kept;
    }

    public PrivateCard? Find(LocalPerson person, string id)
    {
        lock (_lock)
            return _cards.FirstOrDefault(c => c.Id == id && c.Person == person);
    }
}

internal sealed record PrivateCard(string Id, LocalPerson Person, string Conversation, Card Card);
