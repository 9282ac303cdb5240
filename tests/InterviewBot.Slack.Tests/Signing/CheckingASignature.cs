using System.Text;
using InterviewBot.Slack.Signing;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Slack.Tests.Signing;

/// <summary>The vectors of <c>protocols/slack.md</c> section 2, and what the SDKs get wrong.</summary>
public sealed class CheckingASignature
{
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string At = "1531420618";
    private const string Signed = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void Slacks_own_example_fits() => Assert.True(Fits(Signed, At));

    [Fact]
    public void The_bytes_count_not_the_characters()
    {
        var signature = new RequestSignature("secret", At1700000000());
        var body = Encoding.UTF8.GetBytes("{\"type\":\"url_verification\",\"challenge\":\"é\"}");
        Assert.True(
            signature.Fits("v0=7825be015c43b1abc30a14fc4e3455617d00e708528dbd0f55c62233ebe6f917", "1700000000", body)
        );
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Age_counts_both_ways(int seconds, bool fits) => Assert.Equal(fits, Fits(Signed, At, seconds));

    [Theory]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("")]
    public void Another_signature_does_not_fit(string signature) => Assert.False(Fits(signature, At));

    [Theory]
    [InlineData("01531420618")]
    [InlineData("1531420618.0")]
    [InlineData("+1531420618")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("")]
    public void Another_time_stamp_does_not_fit(string at) => Assert.False(Fits(Signed, at));

    [Fact]
    public void A_time_stamp_signs_as_it_was_written()
    {
        var signature = new RequestSignature(Secret, ClockAt());
        var signed = signature.Of("01531420618", Encoding.UTF8.GetBytes(Body));
        Assert.NotEqual(Signed, signed);
        Assert.True(signature.Fits(signed, "01531420618", Encoding.UTF8.GetBytes(Body)));
    }

    [Fact]
    public void Both_headers_stand_there_once()
    {
        var signature = new RequestSignature(Secret, ClockAt());
        var body = Encoding.UTF8.GetBytes(Body);
        Assert.False(signature.Fits(StringValues.Empty, At, body));
        Assert.False(signature.Fits(Signed, StringValues.Empty, body));
        Assert.False(signature.Fits(new StringValues([Signed, Signed]), At, body));
        Assert.False(signature.Fits(Signed, new StringValues([At, At]), body));
    }

    [Fact]
    public void An_empty_secret_is_no_secret() =>
        Assert.Throws<ArgumentException>(() => new RequestSignature("", ClockAt()));

    private static bool Fits(string signature, string at, int later = 0) =>
        new RequestSignature(Secret, ClockAt(later)).Fits(signature, at, Encoding.UTF8.GetBytes(Body));

    private static FakeTimeProvider ClockAt(int later = 0) =>
        new(DateTimeOffset.FromUnixTimeSeconds(1531420618 + later));

    private static FakeTimeProvider At1700000000() => new(DateTimeOffset.FromUnixTimeSeconds(1700000000));
}
