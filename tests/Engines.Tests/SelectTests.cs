using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;
using Kelvin.Sql.Tree;
using static Kelvin.Sql.Tree.SqlExpression;

namespace Engines.Tests;

public abstract class SelectTests(TestEngine engine) : EngineTests(engine)
{
    [Fact]
    public void A_statement_reads_a_clause_a_line()
    {
        var day = new Call(SqlFunction.DateOfTimestamp, new Column("o", "ordered_at"));
        var select = new SqlSelect
        {
            With = [new SqlCommonTable("paid", new SqlSelect
            {
                Columns = [new SqlColumn(new Column("orders", "amount"), "amount"), new SqlColumn(new Column("orders", "ordered_at"), "ordered_at")],
                From = new SqlSource.Table("orders", "orders"),
                Where = new Call(SqlFunction.Equal, new Column("orders", "status"), new Value("paid")),
            })],
            Columns = [new SqlColumn(day, "day"), new SqlColumn(new Aggregate(SqlAggregate.Sum, new Column("o", "amount")), "revenue")],
            From = new SqlSource.Table("paid", "o"),
            Where = new Call(SqlFunction.And,
                new Call(SqlFunction.GreaterOrEqual, new Column("o", "ordered_at"), new Value(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))),
                new Call(SqlFunction.Greater, new Column("o", "amount"), new Value(0m))),
            GroupBy = [day],
            OrderBy = [new SqlOrder(day, Descending: true)],
            Limit = 10,
        };
        var text = SqlRenderer.Render(select, DuckDbDialect.Instance);
        Assert.Equal("""
            WITH "paid" AS (
              SELECT
                "orders"."amount" AS "amount",
                "orders"."ordered_at" AS "ordered_at"
              FROM "orders" AS "orders"
              WHERE "orders"."status" = $1
            )
            SELECT
              CAST("o"."ordered_at" AS DATE) AS "day",
              sum("o"."amount") AS "revenue"
            FROM "paid" AS "o"
            WHERE "o"."ordered_at" >= $2
              AND "o"."amount" > $3
            GROUP BY 1
            ORDER BY 1 DESC NULLS LAST
            LIMIT 10
            """, text.Text);
        Assert.Equal(["paid", new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), 0m], text.Parameters);
    }

    [Fact]
    public void Equal_values_share_a_parameter_and_unequal_types_do_not()
    {
        var select = new SqlSelect { Columns = [new(new Value(1m), "a"), new(new Value(1L), "b"), new(new Value(1m), "c")] };
        Assert.Equal([1m, 1L], SqlRenderer.Render(select, DuckDbDialect.Instance).Parameters);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("SELECT")]
    [InlineData("with \"quotes\" in it")]
    [InlineData("\"; DROP TABLE orders; --")]
    [InlineData("a\nb")]
    [InlineData("ends in \"")]
    [InlineData("ÅÄÖ 🙂")]
    [InlineData("$1 ? {0} % ' \\ /*")]
    public async Task A_name_is_a_name_whatever_it_holds(string name)
    {
        var inner = new SqlSelect { Columns = [new SqlColumn(new Value("'; DROP TABLE x; --"), name)] };
        var select = new SqlSelect
        {
            With = [new SqlCommonTable(name + "t", inner)],
            Columns = [new SqlColumn(new Column(name + "s", name), name)],
            From = new SqlSource.Table(name + "t", name + "s"),
            Joins = [new SqlJoin(SqlJoinKind.Inner, new SqlSource.Rows([new(name, new SqlType.Text())], [["'; DROP TABLE x; --"]], name + "r"),
                new Call(SqlFunction.Equal, new Column(name + "s", name), new Column(name + "r", name)))],
        };
        await using var scratch = await OpenAsync();
        var frame = await scratch.QueryAsync(SqlRenderer.Render(select, scratch.Warehouse.Dialect), new ResultColumn(name, ResultKind.Text));
        Assert.Equal("'; DROP TABLE x; --", frame[name][0]);
    }

    [Fact]
    public async Task Joins_keep_the_rows_they_should()
    {
        var left = Numbers("l", 1L, 2L);
        var right = Numbers("r", 2L, 3L);
        var both = new Call(SqlFunction.Equal, new Column("l", "n"), new Column("r", "n"));
        await using var scratch = await OpenAsync();
        foreach (var (kind, expected) in new[] { (SqlJoinKind.Inner, "2/2"), (SqlJoinKind.Left, "1/∅ 2/2"), (SqlJoinKind.Full, "1/∅ 2/2 ∅/3") })
        {
            var select = new SqlSelect
            {
                Columns = [new(new Column("l", "n"), "l"), new(new Column("r", "n"), "r")],
                From = left,
                Joins = [new SqlJoin(kind, right, both)],
                OrderBy = [new SqlOrder(new Column("l", "n"))],
            };
            var frame = await scratch.QueryAsync(
                SqlRenderer.Render(select, scratch.Warehouse.Dialect), new ResultColumn("l", ResultKind.Decimal), new ResultColumn("r", ResultKind.Decimal));
            Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, frame.Count).Select(row => $"{frame["l"][row] ?? "∅"}/{frame["r"][row] ?? "∅"}")));
        }
    }

    [Fact]
    public async Task Grouping_sets_give_totals_beside_their_parts()
    {
        var n = new Column("r", "n");
        var select = new SqlSelect
        {
            Columns = [new(n, "n"), new(new Call(SqlFunction.Grouping, n), "total"), new(new Aggregate(SqlAggregate.CountRows, null), "rows")],
            From = Numbers("r", 1L, 1L, 2L),
            GroupingSets = [new SqlGroupingSet([n]), new SqlGroupingSet([])],
            OrderBy = [new SqlOrder(n)],
        };
        await using var scratch = await OpenAsync();
        var frame = await scratch.QueryAsync(SqlRenderer.Render(select, scratch.Warehouse.Dialect),
            new ResultColumn("n", ResultKind.Decimal), new ResultColumn("total", ResultKind.Decimal), new ResultColumn("rows", ResultKind.Decimal));
        Assert.Equal([2m, 1m, 3m], Enumerable.Range(0, 3).Select(row => frame["rows"][row]));
        Assert.Equal([0m, 0m, 1m], Enumerable.Range(0, 3).Select(row => frame["total"][row]));
    }

    [Fact]
    public async Task Rows_may_be_none()
    {
        await using var scratch = await OpenAsync();
        var select = new SqlSelect { Columns = [new(new Column("r", "n"), "n")], From = Numbers("r") };
        Assert.Equal(0, (await scratch.QueryAsync(SqlRenderer.Render(select, scratch.Warehouse.Dialect), new ResultColumn("n", ResultKind.Decimal))).Count);
    }

    [Fact]
    public void Trees_are_compared_by_value()
    {
        static SqlSelect Build() => new()
        {
            Columns = [new(new Aggregate(SqlAggregate.Last, new Column("r", "n")) { OrderBy = [new Column("r", "n")] }, "n")],
            From = Numbers("r", 1L, 2L),
            GroupBy = [new Case([new SqlBranch(Literal.Of(true), new Value(1m))], null)],
            GroupingSets = [new SqlGroupingSet([Literal.Of(1)])],
        };
        Assert.Equal(Build(), Build());
        Assert.Equal(Build().GetHashCode(), Build().GetHashCode());
        Assert.NotEqual(Build(), Build() with { From = Numbers("r", 1L, 3L) });
    }

    private static SqlSource.Rows Numbers(string alias, params object?[] numbers) =>
        new([new SqlRowColumn("n", new SqlType.BigInt())], [.. numbers.Select(number => (System.Collections.Immutable.ImmutableArray<object?>)[number])], alias);
}

public sealed class SelectTestsOnDuckDb() : SelectTests(TestEngine.DuckDb);

public sealed class SelectTestsOnPostgres() : SelectTests(TestEngine.Postgres);
