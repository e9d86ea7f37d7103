using Kelvin.Catalog;
using Kelvin.Catalog.Connections;

namespace Definitions.Tests.Catalog;

public sealed class ConnectionTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Fact]
    public void Every_kind_of_connection_is_read()
    {
        var catalog = Load("""
            connection: erp
            kind: postgres
            host: db.example.com
            port: 5433
            database: erp
            user: reader
            password: { secret: erp_password }
            encryption: verified
            ---
            connection: shop
            kind: sqlite
            file: shop.db
            ---
            connection: exports
            kind: folder
            folder: /srv/exports
            ---
            connection: store
            kind: s3
            bucket: exports
            region: eu-north-1
            access_key: AKIA
            secret_key: { secret: store_key }
            ---
            connection: api
            kind: http
            address: https://api.example.com/v1
            user: me
            password: { secret: api_password }
            """);
        Assert.Empty(catalog.Issues);
        Assert.Equal(new ConnectionTarget.Server(DatabaseKind.Postgres, "db.example.com", 5433, "erp", "reader", new SecretName("erp_password"), Encryption.Verified), catalog.Connections["erp"].Target);
        Assert.Equal(new ConnectionTarget.File("shop.db"), catalog.Connections["shop"].Target);
        Assert.Equal(new ConnectionTarget.Folder("/srv/exports"), catalog.Connections["exports"].Target);
        Assert.Equal(new ConnectionTarget.Bucket("exports", null, "eu-north-1", "AKIA", new SecretName("store_key")), catalog.Connections["store"].Target);
        Assert.Equal(new WebAuthentication.Basic("me", new SecretName("api_password")), Assert.IsType<ConnectionTarget.Web>(catalog.Connections["api"].Target).Authentication);
    }

    [Theory]
    [InlineData("table: sales.orders", FeedMode.Replace)]
    [InlineData("table: sales.orders, cursor: changed", FeedMode.Upsert)]
    [InlineData("table: sales.orders, cursor: changed, mode: append", FeedMode.Append)]
    public void What_is_new_takes_the_place_of_what_it_changes_where_a_cursor_says_what_is_new(string source, FeedMode mode) =>
        Assert.Equal((mode, new FeedSelection.Table("sales", "orders")), (Feed(source).Mode, Feed(source).Selection));

    [Fact]
    public void Metrics_of_a_service_are_added_to_those_that_are_there_and_chosen_by_name()
    {
        var catalog = Load("""
            connection: node
            kind: openmetrics
            address: http://node.example.com:9100/
            bearer: { secret: node_token }
            ---
            dataset: web
            key: [at, name, labels]
            source: { connection: node, path: metrics, every: 1 minute, series: ["http_*_total", up], names: { at: time } }
            columns: { at: timestamp, name: text, labels: text, value: number, increase: number? }
            """);
        Assert.Empty(catalog.Issues);
        Assert.True(Assert.IsType<ConnectionTarget.Web>(catalog.Connections["node"].Target).GivesSeries);
        var feed = catalog.Datasets["web"].Feed!;
        Assert.Equal((FeedMode.Upsert, new FeedSelection.Series("metrics", "http_*_total, up")), (feed.Mode, feed.Selection));
        Assert.Equal(
            [true, false, false, true, false],
            new[] { "http_requests_total", "http_requests", "https_requests_total.x", "up", "upper" }.Select(((FeedSelection.Series)feed.Selection).Takes));
    }

    [Fact]
    public void A_cursor_is_named_as_the_dataset_names_it_or_as_the_source_does()
    {
        Assert.Equal("changed_at", Feed("table: t, cursor: changed, names: { changed: changed_at }").Cursor);
        Assert.Equal("row_version", Feed("table: t, cursor: row_version").Cursor);
    }

    [Theory]
    [InlineData("select 1")]
    [InlineData("  -- all of them\n SELECT ';' AS \"a;b\" FROM t /* ; */ ; -- done")]
    [InlineData("with x as (select 1) select * from x")]
    [InlineData("select 'it''s; fine'")]
    public void One_select_is_one_whatever_its_texts_and_comments_hold(string sql) =>
        Assert.IsType<FeedSelection.Query>(Feed($"query: \"{sql.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"").Selection);

    [Theory]
    [InlineData("delete from t")]
    [InlineData("select 1; select 2")]
    [InlineData("selection")]
    [InlineData("select 'open")]
    [InlineData("/* select */ update t set a = 1")]
    [InlineData("")]
    public void Anything_else_is_refused(string sql) =>
        Assert.Contains(Load(Text($"query: \"{sql}\"")).Issues, issue => issue.Code is "catalog.feed-select" or "catalog.empty");

    [Fact]
    public void A_wrong_feed_leaves_its_dataset_and_who_asks_it_in_place()
    {
        var catalog = Load("dataset: orders\nsource: { connection: nowhere, table: t }\ncolumns: { a: text }\n---\nmetric: n\nlabel: N\nformula: count(orders)");
        Assert.Equal("catalog.unknown-connection", Assert.Single(catalog.Issues).Code);
        Assert.Null(catalog.Datasets["orders"].Feed);
        Assert.Contains("n", catalog.Metrics.Keys);
    }

    [Theory]
    // Every six in the morning, through both changes of the clock.
    [InlineData("06:00", "2026-03-28T06:00:00+01:00", "2026-03-29T06:00:00+02:00")]
    [InlineData("06:00", "2026-10-24T06:00:00+02:00", "2026-10-25T06:00:00+01:00")]
    // A time that is skipped in spring counts at the change; one that comes twice in autumn counts once.
    [InlineData("02:30", "2026-03-28T02:30:00+01:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("02:30", "2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00")]
    [InlineData("*/15 7-18 * * 1-5", "2026-03-27T18:45:00+01:00", "2026-03-30T07:00:00+02:00")]
    public void Times_are_local_through_changes_of_the_clock(string at, string moment, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), Feed($"table: t, at: \"{at}\"").Schedule!.After(DateTimeOffset.Parse(moment, null), Stockholm));

    [Fact]
    public void The_nearest_of_several_times_is_next()
    {
        var schedule = Feed("table: t, at: [\"18:00\", \"06:00\"]").Schedule!;
        var morning = schedule.After(DateTimeOffset.Parse("2026-03-02T00:00:00+01:00", null), Stockholm)!.Value;
        Assert.Equal((6, 18), (TimeZoneInfo.ConvertTime(morning, Stockholm).Hour, TimeZoneInfo.ConvertTime(schedule.After(morning, Stockholm)!.Value, Stockholm).Hour));
    }

    [Theory]
    [InlineData("15 minutes", 15)]
    [InlineData("1 hour", 60)]
    [InlineData("2 days", 2880)]
    public void Pauses_are_lengths_of_time(string every, int minutes) =>
        Assert.Equal(new SyncSchedule.Every(TimeSpan.FromMinutes(minutes)), Feed($"table: t, every: {every}").Schedule);

    [Fact]
    public void A_change_of_a_connection_or_feed_is_another_version_of_the_catalog()
    {
        var texts = new[] { Text("table: t"), Text("table: u"), Text("table: t, every: 1 hour"), Text("table: t, at: \"06:00\""), Text("table: t").Replace("db.", "db2.", StringComparison.Ordinal) };
        Assert.Equal(texts.Length, texts.Select(text => Load(text).Version).Distinct().Count());
    }

    private static DatasetFeed Feed(string source)
    {
        var catalog = Load(Text(source));
        Assert.Empty(catalog.Issues);
        return catalog.Datasets["orders"].Feed!;
    }

    private static string Text(string source) =>
        "connection: erp\nkind: postgres\nhost: db.example.com\ndatabase: erp\n---\ndataset: orders\nkey: id\nsource: { connection: erp, " + source + " }\ncolumns: { id: text, changed: timestamp? }";

    [Theory]
    [InlineData("key: { secret: api_key }", "header")]
    [InlineData("password: { secret: api_password }", "user")]
    public void Half_of_a_way_to_say_who_asks_is_not_none(string half, string lacking)
    {
        var issue = Assert.Single(Load($"connection: api\nkind: http\naddress: https://api.example.com/v1\n{half}\n").Issues);
        Assert.Contains(lacking, issue.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void History_has_an_end_that_a_clock_can_reach() =>
        Assert.Equal("catalog.history", Assert.Single(Load("workspace: A\nhistory: 999999999 days\n").Issues).Code);

    private static MetricCatalog Load(string text) => CatalogLoader.Load([new DefinitionFile("a.yaml", text, null)]);
}
