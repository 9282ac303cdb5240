using System.Net;
using System.Net.Sockets;

namespace InterviewBot.Hosting;

/// <summary>Tries the addresses to listen on before the host does, which has only stacks to say when one is taken.</summary>
internal static class Addresses
{
    /// <param name="urls">One or several, with semicolons between.</param>
    /// <exception cref="CannotStart">One of them is none, or is not free.</exception>
    public static void Try(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                continue;
            var place = new IPEndPoint(Ip(address.Host), address.Port);
            try
            {
                using var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(place);
            }
            catch (SocketException why)
            {
                throw new CannotStart(Sentence(url, why.SocketErrorCode));
            }
        }
    }

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Port is >= 0 and <= IPEndPoint.MaxPort)
                return address;
        }
        catch (FormatException) { } // said below
        throw new CannotStart($"{url} is no address to listen on: write it like http://127.0.0.1:3978.");
    }

    // A name other than localhost means all addresses to the server.
    private static IPAddress Ip(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(host, out var ip) ? ip
        : IPAddress.Any;

    private static string Sentence(string url, SocketError why) =>
        why switch
        {
            SocketError.AddressAlreadyInUse =>
                $"{url} is in use by another program, maybe by this bot: stop that one, or choose another address with --urls.",
            SocketError.AccessDenied => $"This user may not listen on {url}: choose a port from 1024 on with --urls.",
            SocketError.AddressNotAvailable => $"{url} is no address of this computer.",
            _ => $"{url} cannot be listened on ({why}).",
        };
}
