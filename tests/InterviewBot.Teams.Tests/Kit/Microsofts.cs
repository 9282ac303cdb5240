using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>
/// Microsoft's hosts, all of them on this machine: a proxy that leads every https connection to the loopback platform, which shows a
/// certificate for these names. A bot behind it is configured as for Teams itself and reaches nothing else.
/// </summary>
public sealed class Microsofts : IAsyncDisposable
{
    private static readonly string[] Hosts =
    [
        "login.botframework.com",
        "login.microsoftonline.com",
        "smba.trafficmanager.net",
    ];

    private readonly TcpListener _proxy = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _asked = [];

    private Microsofts(TeamsPlatform platform) => Platform = platform;

    public TeamsPlatform Platform { get; }

    public string Proxy => $"http://{_proxy.LocalEndpoint}";

    /// <summary>The hosts that connections were asked for.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked.Distinct().Order(StringComparer.Ordinal)];
        }
    }

    /// <param name="trusted">A file that is written: what the bot has to trust (<c>SSL_CERT_FILE</c>).</param>
    public static async Task<Microsofts> Start(string trusted)
    {
        var certificate = Certificate();
        await File.WriteAllTextAsync(trusted, certificate.ExportCertificatePem());
        var microsofts = new Microsofts(await TeamsPlatform.Start(certificate));
        microsofts._proxy.Start();
        _ = microsofts.Accept();
        return microsofts;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _proxy.Dispose();
        await Platform.DisposeAsync();
        _stop.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=loopback", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in Hosts)
            names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Tunnel(await _proxy.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception why) when (why is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // stopped
        }
    }

    private async Task Tunnel(TcpClient client)
    {
        using var near = client;
        try
        {
            var stream = near.GetStream();
            // CONNECT host:443 HTTP/1.1
            var words = (await Head(stream)).Split(' ');
            var host = words[1].Split(':')[0];
            lock (_asked)
                _asked.Add(host);
            if (words[0] != "CONNECT" || !words[1].EndsWith(":443", StringComparison.Ordinal) || !Hosts.Contains(host))
            {
                await stream.WriteAsync("HTTP/1.1 403 Forbidden\r\n\r\n"u8.ToArray(), _stop.Token);
                return;
            }
            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, Platform.Address.Port, _stop.Token);
            await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _stop.Token);
            var there = far.GetStream();
            await Task.WhenAny(stream.CopyToAsync(there, _stop.Token), there.CopyToAsync(stream, _stop.Token));
        }
        catch (Exception why) when (why is IOException or OperationCanceledException or SocketException)
        {
            // one side is gone
        }
    }

    private async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }
        return head.ToString();
    }
}
