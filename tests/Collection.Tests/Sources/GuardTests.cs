using System.Collections.Immutable;
using System.Net;
using Kelvin.Catalog;
using Kelvin.Collection.Sources;
using Kelvin.Connectors;
using Kelvin.Connectors.Web;
using Microsoft.AspNetCore.Http;

namespace Collection.Tests.Sources;

/// <summary>Unless an administrator allows it, no definition reaches this machine or its own network.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("localhost")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd12:3456::1]")]
    [InlineData("[fe80::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[ff02::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:10.0.0.1]")]
    [InlineData("[::ffff:a9fe:a9fe]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[64:ff9b::127.0.0.1]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[2002:7f00:1::1]")]
    [InlineData("[2001:0:7f00:1::1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("017700000001")]
    [InlineData("①②⑦.⓪.⓪.①")]
    public async Task Private_addresses_are_refused_however_they_are_written(string host)
    {
        foreach (var kind in new[] { "http", "s3\nbucket: exports" })
        {
            var failure = await Assert.ThrowsAsync<SourceException>(() => TryAsync($"http://{host}:9", kind));
            Assert.True(("sync.private-address", false) == (failure.Issue.Code, failure.IsTransient), $"{kind}: {failure}");
        }
    }

    [Fact]
    public async Task A_name_of_this_machine_is_refused_though_nothing_in_it_says_so()
    {
        var own = Dns.GetHostName();
        Assert.SkipWhen(!await LeadsSomewhereAsync(own), "This machine's own name cannot be looked up.");
        Assert.Equal("sync.private-address", (await Assert.ThrowsAsync<SourceException>(() => TryAsync($"http://{own}:9", "http"))).Issue.Code);
    }

    [Fact]
    public async Task A_service_on_this_machine_is_reached_when_an_administrator_allows_it_and_never_asked_otherwise()
    {
        await using var service = await TestService.OpenAsync(context => context.Response.WriteAsync("ok"));
        await Assert.ThrowsAsync<SourceException>(() => TryAsync(service.Address, "http"));
        Assert.Empty(service.Asked);
        await TryAsync(service.Address, "http", allows: true);
        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("192.167.255.255", true)]
    [InlineData("169.253.1.1", true)]
    [InlineData("2a00:1450:4001::1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("2002:808:808::1", true)]
    [InlineData("2001:db8::1", false)]
    [InlineData("3fff::1", false)]
    [InlineData("198.51.100.7", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("192.0.0.8", false)]
    public void Addresses_beside_the_private_ones_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_redirect_from_where_we_may_to_where_we_may_not_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has more than one address of its own without being set up for it.");
        await using var inside = await TestService.OpenAsync(context => context.Response.WriteAsync("[]"));
        await using var outside = await TestService.OpenAsync(context =>
        {
            context.Response.Redirect(inside.Address);
            return Task.CompletedTask;
        }, "127.0.0.2");
        using var http = GuardedHttp.Make(address => address.Equals(IPAddress.Parse("127.0.0.2")));
        var caller = new WebCaller(Connection(outside.Address, "http", allows: false), http);
        Assert.Equal("sync.private-address", (await Assert.ThrowsAsync<SourceException>(() => caller.AskAsync(new Uri(outside.Address), CancellationToken.None))).Issue.Code);
        Assert.Single(outside.Asked);
        Assert.Empty(inside.Asked);
    }

    private static async Task TryAsync(string address, string kind, bool allows = false)
    {
        var connection = Connection(address, kind, allows);
        await SourceReaders.All.Single(reader => reader.Reads(connection.Connection.Target)).TryAsync(connection, CancellationToken.None);
    }

    private static OpenedConnection Connection(string address, string kind, bool allows)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("a.yaml", $"connection: there\nkind: {kind}\naddress: '{address}'", null)]);
        Assert.Empty(catalog.Issues);
        return new OpenedConnection(catalog.Connections["there"], ImmutableDictionary<string, string>.Empty, "/", allows);
    }

    private static async Task<bool> LeadsSomewhereAsync(string name)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(name)).Length > 0;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
