using InterviewBot.Conversation.Cards;

namespace InterviewBot.Delivery.Receiving;

/// <summary>An answer to one person, private to them, never stored.</summary>
/// <param name="Accepted">False: busy or not served; nothing was committed and nothing may be acknowledged.</param>
public sealed record Reply(bool Accepted, string? Text, Card? Card);
