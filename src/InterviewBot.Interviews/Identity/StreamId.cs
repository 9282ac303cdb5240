using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InterviewBot.Interviews.Identity;

/// <summary>
/// The id of an interview or a loop: 41 bits of milliseconds since 2020 and 22 random bits, so that ids grow with time and a
/// b-tree is filled from one side. A string in JSON, as browsers lose integers beyond 53 bits.
/// </summary>
[JsonConverter(typeof(StreamIdJson))]
public readonly record struct StreamId(long Value) : IComparable<StreamId>
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A fresh id; made at the edge only, never inside rules.</summary>
    public static StreamId New(TimeProvider clock)
    {
        var milliseconds = (long)(clock.GetUtcNow() - Epoch).TotalMilliseconds;
        return new StreamId(((milliseconds & ((1L << 41) - 1)) << 22) | (uint)RandomNumberGenerator.GetInt32(1 << 22));
    }

    /// <summary>When it was made, to the millisecond.</summary>
    [JsonIgnore]
    public DateTimeOffset MadeAt => Epoch.AddMilliseconds(Value >> 22);

    public static bool TryParse([NotNullWhen(true)] string? text, out StreamId id)
    {
        var ok = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new StreamId(value);
        return ok;
    }

    public int CompareTo(StreamId other) => Value.CompareTo(other.Value);

    public static bool operator <(StreamId left, StreamId right) => left.Value < right.Value;

    public static bool operator >(StreamId left, StreamId right) => left.Value > right.Value;

    public static bool operator <=(StreamId left, StreamId right) => left.Value <= right.Value;

    public static bool operator >=(StreamId left, StreamId right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    public sealed class StreamIdJson : JsonConverter<StreamId>
    {
        public override StreamId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id)
                ? id
                : throw new JsonException("A stream id is a string of digits.");

        public override void Write(Utf8JsonWriter writer, StreamId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
