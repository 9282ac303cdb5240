using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.Web.Endpoints;

/// <param name="Delivery">Made by the page, once for what the person did, the same at every try: 8 to 64 letters, digits or dashes.</param>
internal sealed record SayAct(string? Conversation, long? Thread, string? Text, string? Delivery);

internal sealed record EditAct(long Message, string? Text);

internal sealed record DeleteAct(long Message);

/// <param name="Card">Id of the message, or of a private card.</param>
/// <param name="Value">The option chosen, or the field's new value.</param>
/// <param name="Text">The line that a menu option asked for.</param>
internal sealed record PressAct(string? Card, Press? Press, string? Value, string? Text, string? Delivery);

internal sealed record StartAct(string? Guide, string? Candidate, int? Minutes, string? Delivery);

/// <summary>The answer to an act that was taken. <paramref name="Html"/>: a line only this person sees.</summary>
/// <param name="Kept">False: the line became nothing, and the page shows it so.</param>
internal sealed record ActAnswer(string Html, bool Kept = true);

/// <summary>Acts are read by generated code: the first press must not wait for reflection to learn their shape.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SayAct))]
[JsonSerializable(typeof(EditAct))]
[JsonSerializable(typeof(DeleteAct))]
[JsonSerializable(typeof(PressAct))]
[JsonSerializable(typeof(StartAct))]
[JsonSerializable(typeof(ActAnswer))]
internal sealed partial class ActJson : JsonSerializerContext;
