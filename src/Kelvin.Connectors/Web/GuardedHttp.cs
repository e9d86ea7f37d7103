using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Kelvin.Collection.Sources;
using Kelvin.Language;

namespace Kelvin.Connectors.Web;

/// <summary>
/// HTTP that reaches public addresses only, unless private networks are allowed. It looks at the address that is being connected to,
/// after the name has been looked up and for every connection: neither odd spellings, nor names that lead elsewhere, nor names that
/// lead elsewhere the second time, nor redirects get past it.
/// </summary>
internal static class GuardedHttp
{
    private static readonly HttpClient Public = Make(address => PublicAddress.Is(address) && !IsOwn(address));
    private static readonly HttpClient Anywhere = Make(null);

    /// <summary>The client for a connection.</summary>
    public static HttpClient For(OpenedConnection connection) => connection.AllowsPrivateNetworks ? Anywhere : Public;

    /// <summary>What refused a request, when it was the guard.</summary>
    public static SourceException? Refusal(Exception? failure) => failure as SourceException ?? (failure?.InnerException is { } inner ? Refusal(inner) : null);

    /// <summary>A client that connects to such addresses only; to any with null.</summary>
    internal static HttpClient Make(Predicate<IPAddress>? mayReach)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            // A proxy would look names up itself, past the guard.
            UseProxy = mayReach is null,
        };
        if (mayReach is not null)
            handler.ConnectCallback = (context, cancellationToken) => ConnectAsync(context, mayReach, cancellationToken);
        return new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(5), DefaultRequestHeaders = { { "User-Agent", "Kelvin" } } };
    }

    /// <summary>Whether it is one of this machine, which may have public ones too. Machines come and go in networks, so it is asked each time.</summary>
    private static bool IsOwn(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return NetworkInterface.GetAllNetworkInterfaces().Any(one => one.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(plain)));
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, Predicate<IPAddress> mayReach, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        // One that leads to both sides is refused whole: which one is taken would be up to chance.
        if (!addresses.All(mayReach.Invoke))
            throw new SourceException(Issue.At(null, "sync.private-address", ("host", host), ("connection", host)), isTransient: false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
