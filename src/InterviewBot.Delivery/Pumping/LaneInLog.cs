using System.Security.Cryptography;
using System.Text;

namespace InterviewBot.Delivery.Pumping;

/// <summary>
/// A lane as a log may hold it. Conversations of Teams that are one person's are named by that person's id in the company's directory, which
/// is personal data: such a lane shows a short hash instead, the same each time, so that lines about one place are still found together.
/// </summary>
internal readonly record struct LaneInLog(string Lane)
{
    private const string Person = "with=";

    public static implicit operator LaneInLog(string lane) => new(lane);

    public override string ToString() =>
        Lane.IndexOf(Person, StringComparison.Ordinal) is var at and >= 0
            ? $"{Lane[..at]}person-{Hash(Lane[(at + Person.Length)..])}"
            : Lane;

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
}
