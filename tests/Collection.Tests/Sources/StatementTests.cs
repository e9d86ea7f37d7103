using System.Collections.Immutable;
using System.Data;
using ClickHouse.Driver.ADO;
using Kelvin.Catalog;
using Kelvin.Collection.Sources;
using Kelvin.Connectors.Databases;
using Microsoft.Data.SqlClient;

namespace Collection.Tests.Sources;

/// <summary>The statements for databases of which no server can be started here.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("sqlserver", "SELECT [id], [odd ]]name] FROM [dbo].[orders] WHERE [changed] >= @since ORDER BY [changed]")]
    [InlineData("clickhouse", "SELECT `id`, `odd ]name` FROM `dbo`.`orders` WHERE `changed` >= {since:DateTime64(6)} ORDER BY `changed`")]
    public void Names_are_quoted_and_the_cursor_is_a_parameter(string kind, string expected)
    {
        var since = new CursorValue(new DateTime(2026, 3, 2, 8, 0, 0));
        Assert.Equal(expected, SourceStatement.Read(Of(kind), Request(kind, "table: dbo.orders, cursor: changed", since), ["id", "odd ]name"]));
        Assert.EndsWith(" ORDER BY " + Of(kind).Quote("changed"), SourceStatement.Read(Of(kind), Request(kind, "table: t, cursor: changed", null), ["id"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlserver")]
    [InlineData("clickhouse")]
    public void A_query_stands_in_parentheses(string kind) =>
        Assert.Equal("SELECT * FROM (\nselect 1 as id -- one\n) AS q WHERE 1 = 0",
            SourceStatement.Describe(Of(kind), Request(kind, "query: 'select 1 as id -- one'", null).Feed.Selection));

    [Fact]
    public void Quotes_inside_names_end_nothing()
    {
        Assert.Equal("[a]]; DROP TABLE x --]", new SqlServerDatabase().Quote("a]; DROP TABLE x --"));
        Assert.Equal(@"`a\`\\`", new ClickHouseDatabase().Quote(@"a`\"));
    }

    [Fact]
    public void Sql_server_is_asked_to_read_only_and_keeps_every_digit_of_a_cursor()
    {
        var database = new SqlServerDatabase();
        using var connection = (SqlConnection)database.Connect(Request("sqlserver", "table: t", null).Connection);
        var built = new SqlConnectionStringBuilder(connection.ConnectionString);
        Assert.Equal(("db.example.com,1444", ApplicationIntent.ReadOnly, "me", "pass;word"), (built.DataSource, built.ApplicationIntent, built.UserID, built.Password));
        var parameter = new SqlParameter();
        database.Set(parameter, new CursorValue(new DateTime(2026, 3, 2, 8, 0, 0)));
        Assert.Equal((DbType.DateTime2, "since"), (parameter.DbType, parameter.ParameterName));
    }

    [Fact]
    public void Clickhouse_is_asked_to_read_only()
    {
        using var connection = (ClickHouseConnection)new ClickHouseDatabase().Connect(Request("clickhouse", "table: t", null).Connection);
        Assert.Contains("set_readonly=2", connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("db.example.com", connection.ConnectionString, StringComparison.Ordinal);
    }

    private static IDatabase Of(string kind) => kind == "sqlserver" ? new SqlServerDatabase() : new ClickHouseDatabase();

    private static SourceRequest Request(string kind, string source, CursorValue? since)
    {
        var catalog = CatalogLoader.Load([new DefinitionFile("a.yaml",
            $"connection: there\nkind: {kind}\nhost: db.example.com\nport: 1444\ndatabase: d\nuser: me\npassword: {{ secret: p }}\n---\ndataset: orders\nkey: id\nsource: {{ connection: there, {source} }}\ncolumns: {{ id: integer }}", null)]);
        Assert.Empty(catalog.Issues);
        var connection = new OpenedConnection(catalog.Connections["there"], ImmutableDictionary<string, string>.Empty.Add("p", "pass;word"), "/", false);
        return new SourceRequest(connection, catalog.Datasets["orders"], catalog.Datasets["orders"].Feed!, since);
    }
}
