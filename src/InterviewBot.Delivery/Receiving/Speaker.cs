using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Receiving;

/// <summary>Who says or presses something, as the channel knows them.</summary>
/// <param name="Language">"en" or "zh-CN": of the bot's answers to this person.</param>
/// <param name="Zone">IANA time zone.</param>
public sealed record Speaker(PersonId Person, string Name, string Language, string Zone, string Organisation);
