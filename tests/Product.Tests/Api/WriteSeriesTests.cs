using System.Net;
using System.Text;
using System.Text.Json;
using Kelvin.Collection.Pushing;
using Product.Tests.Site;
using Snappier;

namespace Product.Tests.Api;

/// <summary>Samples as Prometheus sends them become rows, and a metric over them answers.</summary>
public sealed class WriteSeriesTests
{
    private const string Definitions = """
        dataset: web
        key: [time, name, labels]
        time: time
        columns: { time: timestamp, name: text, labels: text, value: number, increase: number?, kind: text, code: text? }
        ---
        dataset: orders
        columns: { order_id: text }
        ---
        metric: requests
        label: Requests
        dataset: web
        formula: sum(increase where name = 'http_requests_total')
        """;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Samples_are_durable_once_and_a_metric_counts_them(bool isSecond)
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await SendWellAsync(site, isSecond, (0, 100), (1, 130));
        // Prometheus sends again what got no answer.
        await SendWellAsync(site, isSecond, (0, 100), (1, 130));
        await SendWellAsync(site, isSecond, (2, 5), (3, double.NaN), (4, 25));
        using var asked = await site.Client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "requests" }, by = new[] { "code" } });
        var row = Assert.Single((await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rows").EnumerateArray());
        Assert.Equal((55, "200"), (row.GetProperty("requests").GetDouble(), row.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_not_what_Prometheus_sends_is_refused_with_what_would_be()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        var good = Packed(isSecond: false, (0, 1));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "push.series-where"), await SendAsync(site, good, ""));
        Assert.Equal((HttpStatusCode.NotFound, "push.unknown-dataset"), await SendAsync(site, good, "?dataset=wep"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "push.series-layout"), await SendAsync(site, good, "?dataset=orders"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "push.series-type"), await SendAsync(site, good, "?dataset=web", type: "application/json"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "push.series-type"), await SendAsync(site, good, "?dataset=web", encoding: "gzip"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "push.series-type"), await SendAsync(site, good, "?dataset=web", type: "application/x-protobuf;proto=io.prometheus.write.v3.Request"));
        Assert.Equal((HttpStatusCode.NoContent, null), await SendAsync(site, good, "?dataset=web", type: "application/x-protobuf;proto=prometheus.WriteRequest"));
        Assert.Equal((HttpStatusCode.BadRequest, "push.series-broken"), await SendAsync(site, [1, 2, 3], "?dataset=web"));
        // A few kilobytes that say that there are very many series with nothing in them.
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "push.series-too-many"),
            await SendAsync(site, Snappy.CompressToArray([.. Enumerable.Repeat<byte[]>([1 << 3 | 2, 0], 300_000).SelectMany(series => series)]), "?dataset=web"));
        Assert.Equal((HttpStatusCode.BadRequest, "push.series-broken"), await SendAsync(site, Snappy.CompressToArray("not at all"u8), "?dataset=web"));
        // A few bytes that say they swell to four gigabytes.
        Assert.Equal((HttpStatusCode.BadRequest, "push.series-broken"), await SendAsync(site, [0xff, 0xff, 0xff, 0xff, 0x0f, 0x00], "?dataset=web"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_samples_or_series_than_a_request_may_have_are_refused_in_whole(bool isSecond)
    {
        await using var site = await SmallSite.StartAsync(Definitions, PushLimits.Default with { RowsARequest = 2 });
        var type = isSecond ? "application/x-protobuf;proto=io.prometheus.write.v2.Request" : "application/x-protobuf";
        Assert.Equal((HttpStatusCode.NoContent, null), await SendAsync(site, Packed(isSecond, (0, 1), (1, 2)), "?dataset=web", type));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "push.series-too-many"), await SendAsync(site, Packed(isSecond, (0, 1), (1, 2), (2, 3)), "?dataset=web", type));
        var empty = Snappy.CompressToArray([.. Enumerable.Repeat(Nested(isSecond ? 5 : 1, []), 3).SelectMany(series => series)]);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "push.series-too-many"), await SendAsync(site, empty, "?dataset=web", type));
        var labels = Snappy.CompressToArray(Nested(isSecond ? 5 : 1, [.. Enumerable.Repeat(Nested(1, isSecond ? [0, 0, 0] : []), 200).SelectMany(label => label)]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "push.series-too-many"), await SendAsync(site, labels, "?dataset=web", type));
    }

    [Fact]
    public async Task A_text_that_is_longer_than_a_value_may_be_refuses_its_sample()
    {
        await using var site = await SmallSite.StartAsync(Definitions, PushLimits.Default with { BytesAValue = 10 });
        Assert.Equal((HttpStatusCode.BadRequest, "push.series-refused"), await SendAsync(site, Packed(isSecond: false, (0, 1)), "?dataset=web"));
    }

    [Theory]
    [InlineData("application/x-protobuf;proto=prometheus.WriteRequest", "snappy", HttpStatusCode.NoContent)]
    [InlineData("Application/X-Protobuf", "Snappy", HttpStatusCode.NoContent)]
    [InlineData("application/x-protobuf;proto=io.prometheus.write.v3.Request", "snappy", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_sent_is_told_by_its_type(string type, string encoding, HttpStatusCode status)
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        Assert.Equal(status, (await SendAsync(site, Packed(isSecond: false, (0, 1)), "?dataset=web", type, encoding)).Item1);
    }

    [Fact]
    public async Task Whoever_comes_when_too_many_samples_wait_is_asked_to_come_again()
    {
        await using var site = await SmallSite.StartAsync(Definitions, PushLimits.Default with { RowsWaiting = 1 });
        // All at once: as one waits for the disk, others come.
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(minute => SendAsync(site, Packed(isSecond: false, (minute, 1)), "?dataset=web")));
        Assert.Contains((HttpStatusCode.NoContent, null), answers);
        Assert.Contains((HttpStatusCode.TooManyRequests, "push.busy"), answers);
    }

    private static async Task SendWellAsync(SmallSite site, bool isSecond, params (int Minute, double Value)[] points)
    {
        var type = isSecond ? "application/x-protobuf;proto=io.prometheus.write.v2.Request" : "application/x-protobuf";
        Assert.Equal((HttpStatusCode.NoContent, null), await SendAsync(site, Packed(isSecond, points), "?dataset=web", type));
    }

    private static async Task<(HttpStatusCode, string?)> SendAsync(SmallSite site, byte[] body, string query, string type = "application/x-protobuf", string encoding = "snappy")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.ContentEncoding.Add(encoding);
        using var response = await site.Client.PostAsync(new Uri("/api/v1/write" + query, UriKind.Relative), content);
        return (response.StatusCode, response.StatusCode == HttpStatusCode.NoContent
            ? null
            : (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("issues")[0].GetProperty("code").GetString());
    }

    /// <summary>The bytes by the books of both versions, so that wrong numbers of fields would be noticed.</summary>
    private static byte[] Packed(bool isSecond, params (int Minute, double Value)[] points)
    {
        byte[] sent = [.. points.SelectMany(point => Nested(2,
            [1 << 3 | 1, .. BitConverter.GetBytes(point.Value), 2 << 3, .. Varint((ulong)Start.AddMinutes(point.Minute).ToUnixTimeMilliseconds())]))];
        return Snappy.CompressToArray(isSecond
            ? [.. new[] { "", "__name__", "http_requests_total", "code", "200" }.SelectMany(symbol => Text(4, symbol)), .. Nested(5, [.. Nested(1, [1, 2, 3, 4]), .. sent, .. Nested(5, [1 << 3, 1])])]
            : Nested(1, [.. Nested(1, [.. Text(1, "code"), .. Text(2, "200")]), .. Nested(1, [.. Text(1, "__name__"), .. Text(2, "http_requests_total")]), .. sent]));
    }

    private static byte[] Text(int field, string text) => Nested(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Nested(int field, byte[] content) => [(byte)(field << 3 | 2), .. Varint((ulong)content.Length), .. content];

    private static IEnumerable<byte> Varint(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            yield return (byte)(number | 0x80);
        yield return (byte)number;
    }
}
