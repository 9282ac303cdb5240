using System.Net;
using System.Net.Sockets;

namespace InterviewBot.Hosting;

/// <summary>Tries the addresses to listen on before the host does, which has only stacks to say when one is taken.</summary>
internal static class Addresses
{
    private const string Default = "http://127.0.0.1:3978";

    /// <summary>
    /// Takes what is configured: endpoints of Kestrel, else <c>urls</c>, else the ports that images of containers set (<c>ASPNETCORE_HTTP_PORTS</c>),
    /// else the default.
    /// </summary>
    /// <exception cref="CannotStart">One of them is no address, or is not free.</exception>
    public static void Choose(WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetSection("Kestrel:Endpoints").Exists()) // they win
            return;
        var urls = builder.Configuration["urls"];
        if (string.IsNullOrWhiteSpace(urls))
        {
            var ports = (builder.Configuration["http_ports"] ?? "").Split(
                ';',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            urls = ports.Length == 0 ? Default : string.Join(';', ports.Select(static port => $"http://*:{port}"));
            builder.WebHost.UseUrls(urls);
        }
        Try(urls);
    }

    /// <param name="urls">One or several, with semicolons between.</param>
    /// <exception cref="CannotStart">One of them is none, or is not free.</exception>
    public static void Try(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = Parse(url);
            if (address.IsUnixPipe)
                FreeSocketFile(url, address.UnixPipePath);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
                continue;
            var place = new IPEndPoint(Ip(address.Host)!, address.Port);
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

    // The server itself takes any name for all addresses, also "127.0.0.1:8o8o", and drops what follows the port: nobody meant that.
    private static BindingAddress Parse(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw NoAddress(url);
        }
        if (address.IsUnixPipe || address.IsNamedPipe)
            return address;
        if (address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
            throw new CannotStart($"{url}: the bot speaks http only; put a proxy in front of it for https.");
        if (
            !address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
            || address.Port is < 0 or > IPEndPoint.MaxPort
            || address.PathBase.Trim('/').Length > 0
        )
            throw NoAddress(url);
        if (Ip(address.Host) is null)
            throw new CannotStart(
                $"{url} names no address of this computer: write its number, localhost, or * for all of them."
            );
        return address;
    }

    private static CannotStart NoAddress(string url) =>
        new($"{url} is no address to listen on: write it like http://127.0.0.1:3978.");

    private static IPAddress? Ip(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : host is "*" or "+" ? IPAddress.Any
        : IPAddress.TryParse(host, out var ip) ? ip
        : null;

    // A process that was killed leaves the file of its socket behind, and no other can listen there while it lies in the way.
    private static void FreeSocketFile(string url, string path)
    {
        if (!File.Exists(path))
            return;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException why) when (why.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // Plain files refuse connections too, and those are not ours to delete.
            if (IsPlainFile(path))
                throw new CannotStart($"{url}: {path} is a file, not a socket; choose another path with --urls.");
            File.Delete(path);
            return;
        }
        throw new CannotStart(Sentence(url, SocketError.AddressAlreadyInUse));
    }

    // A socket cannot be opened as a file.
    private static bool IsPlainFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

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
