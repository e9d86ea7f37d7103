using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Kelvin.Connectors.Web;

/// <summary>
/// Which addresses anyone on the internet can reach (IANA's special-purpose registries, RFC 6890). What only this machine or its own
/// network can reach must not be asked for whoever writes a definition: servers there trust their neighbours.
/// </summary>
internal static class PublicAddress
{
    private static readonly (uint Network, int Bits)[] Reserved =
    [
        (Of(0, 0), 8), (Of(10, 0), 8), (Of(100, 64), 10), (Of(127, 0), 8), (Of(169, 254), 16), (Of(172, 16), 12), (Of(192, 0), 24), (Of(192, 0, 2), 24),
        (Of(192, 88, 99), 24), (Of(192, 168), 16), (Of(198, 18), 15), (Of(198, 51, 100), 24), (Of(203, 0, 113), 24), (Of(224, 0), 4), (Of(240, 0), 4),
    ];

    /// <summary>Whether an address is public.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return IsPublic(address.GetAddressBytes());
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.GetAddressBytes().AsSpan(12));
        var bytes = address.GetAddressBytes();
        // The ways of IPv6 to carry an address of IPv4 lead where that leads: NAT64 (RFC 6052), 6to4 (RFC 3056).
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]))
            return IsPublic(bytes.AsSpan(12));
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x20, 0x02]))
            return IsPublic(bytes.AsSpan(2, 4));
        // All that is public lies in 2000::/3; of it 2001::/23 is for protocols such as Teredo, 2001:db8::/32 and 3fff::/20 for documents.
        return (bytes[0] & 0xe0) == 0x20
            && !(bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] < 0x02 || bytes[2] == 0x0d && bytes[3] == 0xb8))
            && !(bytes[0] == 0x3f && bytes[1] == 0xff && bytes[2] < 0x10);
    }

    private static bool IsPublic(ReadOnlySpan<byte> bytes)
    {
        var address = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        foreach (var (network, bits) in Reserved)
            if ((address ^ network) >> (32 - bits) == 0)
                return false;
        return true;
    }

    private static uint Of(uint first, uint second, uint third = 0) => first << 24 | second << 16 | third << 8;
}
