using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using Kelvin.Collection.Series;
using Kelvin.Connectors.Series;

namespace Collection.Tests.Series;

public sealed class SeriesTextTests
{
    [Fact]
    public void Every_kind_of_family_of_OpenMetrics_is_read()
    {
        const string Text = """
            # TYPE acme_http_router_request_seconds summary
            # UNIT acme_http_router_request_seconds seconds
            # HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.
            acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32
            acme_http_router_request_seconds_count{path="/api/v1",method="GET"} 807283.0
            acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0
            acme_http_router_request_seconds{path="/api/v1",method="GET",quantile="0.5"} 0.01
            # TYPE go_goroutines gauge
            # HELP go_goroutines Number of goroutines that currently exist.
            go_goroutines 69
            # TYPE process_cpu_seconds counter
            # UNIT process_cpu_seconds seconds
            process_cpu_seconds_total 4.20072246e+06 1605301325.5
            # TYPE foo histogram
            foo_bucket{le="0.01"} 0
            foo_bucket{le="0.1"} 8 # {} 0.054
            foo_bucket{le="+Inf"} 17 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789
            foo_count 17
            foo_sum 324789.3
            foo_created 1520430000.123
            # TYPE bar gaugehistogram
            bar_bucket{le="+Inf"} 42
            bar_gcount 42
            bar_gsum 3289.3
            # TYPE build info
            build_info{version="1.2",entity="a \"b\" \\ \n c"} 1
            # TYPE state stateset
            state{state="a"} 1
            state{state="bb"} 0
            # EOF

            """;
        var samples = SeriesText.Read(Text.ReplaceLineEndings("\n"), isOpenMetrics: true).Value!;
        Assert.Equal(
            [
                "acme_http_router_request_seconds_sum summary cumulative seconds 2020-11-13T15:28:45", "acme_http_router_request_seconds_count summary cumulative seconds 2020-11-13T15:28:45",
                "acme_http_router_request_seconds summary seconds", "go_goroutines gauge", "process_cpu_seconds_total counter cumulative seconds",
                "foo_bucket histogram cumulative 2018-03-07T13:40:00", "foo_bucket histogram cumulative 2018-03-07T13:40:00", "foo_bucket histogram cumulative 2018-03-07T13:40:00",
                "foo_count histogram cumulative 2018-03-07T13:40:00", "foo_sum histogram cumulative 2018-03-07T13:40:00",
                "bar_bucket gaugehistogram", "bar_gcount gaugehistogram", "bar_gsum gaugehistogram", "build_info info", "state stateset", "state stateset",
            ],
            samples.Select(sample => string.Join(' ', new[]
            {
                sample.Name, sample.Kind.Word(), sample.IsCumulative ? "cumulative" : null, sample.Unit, sample.Created?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            }.Where(part => part is not null))));
        Assert.Equal(new DateTime(2020, 11, 13, 21, 2, 5, 500, DateTimeKind.Utc), samples[4].Time);
        Assert.Equal(4_200_722.46, samples[4].Value);
        Assert.Equal("a \"b\" \\ \n c", samples[13].Labels[0].Value);
        Assert.Equal("entity=\"a \\\"b\\\" \\\\ \\n c\",version=\"1.2\"", samples[13].LabelText);
    }

    [Fact]
    public void The_text_of_Prometheus_is_read_with_its_liberties()
    {
        const string Text = """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{ method = "post" , code="400", }    3 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9
            # Minimalistic line:
            metric_without_timestamp_and_labels 12.47
            # A weird metric from before the epoch:
            something_weird{problem="division by zero"} +Inf -3982045
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{le="0.05"} 24054
            http_request_duration_seconds_bucket{le="+Inf"} 144320
            http_request_duration_seconds_sum 53423
            http_request_duration_seconds_count 144320
            # TYPE rpc_duration_seconds summary
            rpc_duration_seconds{quantile="0.01"} NaN
            rpc_duration_seconds_sum 1.7560473e+07
            # TYPE old untyped
            old 1
            {"http.server.duration", "http.route"="/"} 3
            """;
        var samples = SeriesText.Read(Text.ReplaceLineEndings("\r\n"), isOpenMetrics: false).Value!;
        Assert.Equal(13, samples.Count);
        Assert.Equal((new DateTime(2014, 3, 17, 14, 26, 3, DateTimeKind.Utc), "code=\"400\",method=\"post\""), (samples[1].Time!.Value, samples[1].LabelText));
        Assert.Equal(["C:\\DIR\\FILE.TXT", "Cannot find file:\n\"FILE.TXT\""], samples[2].Labels.Select(label => label.Value).Order(StringComparer.Ordinal));
        Assert.Equal((double.PositiveInfinity, new DateTime(1969, 12, 31, 22, 53, 37, 955, DateTimeKind.Utc)), (samples[4].Value, samples[4].Time!.Value));
        Assert.Equal([0, 1, 5, 6, 7, 8, 10], Enumerable.Range(0, 13).Where(at => samples[at].IsCumulative));
        Assert.Equal(("http.server.duration", "http.route"), (samples[12].Name, samples[12].Labels[0].Name));
    }

    [Theory]
    [InlineData("a 1\n\n# EOF\n", 2)]
    [InlineData("a 1\n# EOF\nblah", 3)]
    [InlineData("a 1\n# EOFblah\n", 2)]
    [InlineData("a{a=1} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1} 1\n# EOF\n", 1)]
    [InlineData("a{a='1'} 1\n# EOF\n", 1)]
    [InlineData("a{a} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1\"b=\"2\"} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1\",,b=\"2\"} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1\",} 1\n# EOF\n", 1)]
    [InlineData("a{1=\"1\"} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1\",a=\"1\"} 1\n# EOF\n", 1)]
    [InlineData("a{a=\"1\"}1\n# EOF\n", 1)]
    [InlineData("a\n# EOF\n", 1)]
    [InlineData("a \n# EOF\n", 1)]
    [InlineData("0a 1\n# EOF\n", 1)]
    [InlineData("a.b 1\n# EOF\n", 1)]
    [InlineData("a  1\n# EOF\n", 1)]
    [InlineData("a 1 \n# EOF\n", 1)]
    [InlineData("a 1_2\n# EOF\n", 1)]
    [InlineData("a 0x1p-3\n# EOF\n", 1)]
    [InlineData("a 1 NaN\n# EOF\n", 1)]
    [InlineData("a 1 1z\n# EOF\n", 1)]
    [InlineData("# TYPE a untyped\n# EOF\n", 1)]
    [InlineData("# TYPE\n# EOF\n", 1)]
    [InlineData("# HELP a\n# EOF\n", 1)]
    [InlineData("# FOO a x\n# EOF\n", 1)]
    [InlineData("# TYPE a counter\na_total 1 #{} 1\n# EOF\n", 2)]
    [InlineData("# TYPE a counter\na_total 1 # {} 1 \n# EOF\n", 2)]
    [InlineData("# TYPE a counter\na_total 1 # {}1\n# EOF\n", 2)]
    public void A_line_that_cannot_be_read_brings_nothing_and_is_named(string text, int line)
    {
        var issue = Assert.Single(SeriesText.Read(text, isOpenMetrics: true).Issues);
        Assert.Equal(("sync.series-line", line), (issue.Code, issue.Arguments["line"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a 1\n")]
    [InlineData("# TYPE a counter\na_total 1")]
    public void A_text_without_its_end_was_cut_short_and_brings_nothing(string text) =>
        Assert.Equal("sync.series-cut", Assert.Single(SeriesText.Read(text, isOpenMetrics: true).Issues).Code);

    [Fact]
    public void What_is_printed_is_read_back_as_it_was()
    {
        var name = Gen.String[Gen.Char["abcXYZ_:09"], 1, 8].Where(text => !char.IsAsciiDigit(text[0]));
        var labels = Gen.Dictionary(name.Select(text => text.Replace(':', 'c')), Gen.OneOf(Gen.String[Gen.Char["a\\\"\n #{},=å"], 0, 8], Gen.String))[0, 4]
            .Select(all => all.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new SampleLabel(one.Key, one.Value)).ToImmutableArray());
        var value = Gen.OneOf(Gen.Double, Gen.Int[0, 4].Select(at => new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -0.0 }[at]));
        var time = Gen.Long[0, 4_000_000_000_000_000].Select(microseconds => DateTime.UnixEpoch.AddTicks(microseconds * 10)).Nullable();
        var sample = Gen.Select(name, labels, value, time, (text, known, number, moment) => new Sample(text, known, number) { Time = moment });
        // An example that stands beside a sample is read over.
        Gen.Select(sample, sample.Null()).Array[0, 6].Sample(samples =>
        {
            var read = SeriesText.Read(Print(samples), isOpenMetrics: true).Value!;
            Assert.Equal(samples.Select(one => one.Item1), read.Select(one => one with { IsCumulative = false }));
        });
    }

    [Theory]
    [InlineData("x 1 -100000000000", true)]
    [InlineData("x 1 100000000000", true)]
    [InlineData("x 1 9e27", true)]
    [InlineData("# TYPE x counter\nx_created -100000000000", true)]
    [InlineData("# TYPE x counter\nx_created 1e300", true)]
    [InlineData("# TYPE x counter\nx_created NaN", true)]
    [InlineData("x 1 -9223372036854775808", false)]
    [InlineData("x 1 100000000000000", false)]
    public void A_time_beyond_all_times_is_an_issue_of_its_line(string text, bool isOpenMetrics)
    {
        var issue = Assert.Single(SeriesText.Read(isOpenMetrics ? $"{text}\n# EOF\n" : text, isOpenMetrics).Issues);
        Assert.Equal(("sync.series-line", text.Split('\n').Length), (issue.Code, issue.Arguments["line"]));
    }

    [Fact]
    public void No_text_is_too_odd_for_an_answer()
    {
        var odd = Gen.OneOf(Gen.String[Gen.Char["# EOFTYPHLUNIab{}=\",\\\n1.+-e_: "], 0, 60], Gen.String);
        Gen.Select(odd, Gen.Bool).Sample((text, isOpenMetrics) =>
        {
            var read = SeriesText.Read(text, isOpenMetrics);
            Assert.True(read.IsSound || read.Issues.Length == 1);
        });
    }

    private static string Print(IEnumerable<(Sample Sample, Sample? Exemplar)> samples)
    {
        var text = new StringBuilder();
        foreach (var (sample, exemplar) in samples)
        {
            text.Append(sample.Name).Append(Braces(sample.Labels, isNeeded: false)).Append(' ').Append(Number(sample.Value));
            if (sample.Time is { } time)
                text.Append(' ').Append(Seconds(time));
            if (exemplar is not null)
            {
                text.Append(" # ").Append(Braces(exemplar.Labels, isNeeded: true)).Append(' ').Append(Number(exemplar.Value));
                if (exemplar.Time is { } moment)
                    text.Append(' ').Append(Seconds(moment));
            }
            text.Append('\n');
        }
        return text.Append("# EOF\n").ToString();
    }

    private static string Braces(ImmutableArray<SampleLabel> labels, bool isNeeded) => labels.IsEmpty && !isNeeded ? "" : $"{{{string.Join(",", labels)}}}";

    private static string Seconds(DateTime time) => ((time - DateTime.UnixEpoch).Ticks / 10_000_000m).ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? value > 0 ? "+Inf" : "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
