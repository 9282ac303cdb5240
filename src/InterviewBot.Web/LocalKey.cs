using System.Security.Cryptography;
using System.Text;

namespace InterviewBot.Web;

/// <summary>
/// Opens the local pages: who has it could read the data folder or the bot's terminal, so he is on this machine and may. An address alone
/// proves nothing: a proxy on this machine that sends no header of its own (nginx's first example) looks like a browser here.
/// </summary>
public sealed class LocalKey(string value)
{
    /// <summary>In the address, once: <c>/?key=…</c>. From then on a cookie has it.</summary>
    public const string InAddress = "key";

    private readonly byte[] _value = Encoding.UTF8.GetBytes(value);

    public string Value => value;

    public static LocalKey New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    public bool Is(string? offered) =>
        offered is { Length: > 0 and <= 200 }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(offered), _value);
}
