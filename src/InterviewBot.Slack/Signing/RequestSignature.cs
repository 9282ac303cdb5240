using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace InterviewBot.Slack.Signing;

/// <summary>Slack's request signature, version v0, over the raw bytes of the body.</summary>
/// <param name="secret">The app's signing secret. Empty is a defect of the configuration, never "allow all".</param>
internal sealed class RequestSignature(string secret, TimeProvider clock)
{
    public const string SignatureHeader = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const long MaxAgeSeconds = 300;
    private const int LengthOfSignature = 3 + 64;

    private readonly byte[] key =
        secret.Length > 0
            ? Encoding.UTF8.GetBytes(secret)
            : throw new ArgumentException("The signing secret is empty.", nameof(secret));

    /// <summary>What can be said before the body is there: whether it may be worth reading.</summary>
    public bool MayFit(StringValues signature, StringValues timestamp) =>
        signature is [{ Length: LengthOfSignature } signed]
        && signed.StartsWith("v0=", StringComparison.Ordinal)
        && IsOfNow(timestamp);

    /// <summary>Both headers have to be there exactly once; the age counts both ways, as a time stamp of the future could be replayed later.</summary>
    public bool Fits(StringValues signature, StringValues timestamp, ReadOnlySpan<byte> body)
    {
        if (signature is not [{ } signed] || !IsOfNow(timestamp))
            return false;
        var expected = Encoding.ASCII.GetBytes(Of(timestamp[0]!, body));
        var given = Encoding.UTF8.GetBytes(signed);
        return given.Length == expected.Length && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    private bool IsOfNow(StringValues timestamp)
    {
        if (
            timestamp is not [{ } at]
            || !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        )
            return false;
        // Compared without a subtraction that a huge number could overflow.
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return seconds >= now - MaxAgeSeconds && seconds <= now + MaxAgeSeconds;
    }

    /// <summary>The header string goes in as received: "01700000000" signs differently from 1700000000.</summary>
    public string Of(string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return "v0=" + Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
