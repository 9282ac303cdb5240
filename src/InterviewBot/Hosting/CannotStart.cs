using System.Text.Json;
using Microsoft.Extensions.Options;

namespace InterviewBot.Hosting;

/// <summary>The bot cannot start for a reason that its operator can mend. The message is a sentence for them.</summary>
internal sealed class CannotStart(string message) : Exception(message)
{
    /// <summary>What to tell the operator; null for faults of our own, which need their stack.</summary>
    public static IEnumerable<string>? Sentences(Exception error) =>
        error switch
        {
            CannotStart => [error.Message],
            OptionsValidationException invalid => invalid.Failures,
            // From the binder of the configuration; it names the key, the value and the type.
            InvalidOperationException { InnerException: FormatException or ArgumentException } => [error.Message],
            // From the reader of appsettings.json; it names the file.
            InvalidDataException { InnerException: FormatException { InnerException: JsonException json } } =>
            [
                $"{error.Message} It is no JSON: see line {json.LineNumber + 1}.",
            ],
            _ => null,
        };
}
