using Kelvin.Queries.Warehouse;
using Kelvin.Sql;
using Kelvin.Sql.Tree;
using static Kelvin.Sql.Tree.SqlExpression;

namespace Engines.Tests;

/// <summary>Every function, as each engine really works it out.</summary>
public abstract class DialectTests(TestEngine engine) : EngineTests(engine)
{
    private static readonly DateTime Instant = new(2024, 12, 30, 14, 35, 59, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2024, 12, 30);
    private static readonly SqlExpression NoNumber = Literal.Null(new SqlType.Decimal(18, 4));
    private static readonly SqlExpression NoTruth = Literal.Null(new SqlType.Boolean());

    public static TheoryData<string, SqlExpression, ResultKind, object?> Functions => new()
    {
        { "add", Call(SqlFunction.Add, V(1.5m), V(2L)), ResultKind.Decimal, 3.5m },
        { "subtract from the left", Call(SqlFunction.Subtract, V(10L), Call(SqlFunction.Subtract, V(4L), V(3L))), ResultKind.Decimal, 9m },
        { "multiply a sum", Call(SqlFunction.Multiply, Call(SqlFunction.Add, V(1L), V(2L)), V(3L)), ResultKind.Decimal, 9m },
        { "multiply exactly", Call(SqlFunction.Multiply, V(0.1m), V(0.2m)), ResultKind.Decimal, 0.02m },
        { "divide whole numbers", Call(SqlFunction.Divide, V(1L), V(4L)), ResultKind.Double, 0.25 },
        { "divide by a quotient", Call(SqlFunction.Divide, V(8L), Call(SqlFunction.Divide, V(4L), V(2L))), ResultKind.Double, 4.0 },
        { "divide by zero", Call(SqlFunction.Divide, V(1m), V(0m)), ResultKind.Double, null },
        { "divide by double zero", Call(SqlFunction.Divide, V(1.0), V(0.0)), ResultKind.Double, null },
        { "divide zero by zero", Call(SqlFunction.Divide, V(0L), V(0L)), ResultKind.Double, null },
        { "divide by missing", Call(SqlFunction.Divide, V(1m), NoNumber), ResultKind.Double, null },
        { "negate a negative", Call(SqlFunction.Negate, Literal.Of(-3)), ResultKind.Decimal, 3m },
        { "negate twice", Call(SqlFunction.Negate, Call(SqlFunction.Negate, V(3m))), ResultKind.Decimal, 3m },
        { "absolute", Call(SqlFunction.Absolute, V(-2.5m)), ResultKind.Decimal, 2.5m },
        { "round half up", Call(SqlFunction.Round, V(2.5m), Literal.Of(0)), ResultKind.Decimal, 3m },
        { "round half away from zero", Call(SqlFunction.Round, V(-2.5m), Literal.Of(0)), ResultKind.Decimal, -3m },
        { "round exact decimals", Call(SqlFunction.Round, V(2.345m), Literal.Of(2)), ResultKind.Decimal, 2.35m },
        { "round to tens", Call(SqlFunction.Round, V(25m), Literal.Of(-1)), ResultKind.Decimal, 30m },
        { "round a double", Call(SqlFunction.Round, V(-0.5), Literal.Of(0)), ResultKind.Double, -1.0 },
        { "floor of a negative", Call(SqlFunction.Floor, V(-1.5m)), ResultKind.Decimal, -2m },
        { "ceiling of a negative", Call(SqlFunction.Ceiling, V(-1.5m)), ResultKind.Decimal, -1m },
        { "least passes over missing", Call(SqlFunction.Least, V(2m), NoNumber, V(1m)), ResultKind.Decimal, 1m },
        { "greatest passes over missing", Call(SqlFunction.Greatest, V(2m), NoNumber), ResultKind.Decimal, 2m },
        { "equal numbers of other scale", Call(SqlFunction.Equal, V(1.50m), V(1.5)), ResultKind.Boolean, true },
        { "missing equals nothing", Call(SqlFunction.Equal, NoNumber, NoNumber), ResultKind.Boolean, null },
        { "missing is the same as missing", Call(SqlFunction.Same, NoNumber, NoNumber), ResultKind.Boolean, true },
        { "missing is not the same as a number", Call(SqlFunction.Same, NoNumber, V(0m)), ResultKind.Boolean, false },
        { "the same number", Call(SqlFunction.Same, V(1.50m), V(1.5m)), ResultKind.Boolean, true },
        { "not equal", Call(SqlFunction.NotEqual, V("a"), V("A")), ResultKind.Boolean, true },
        { "less", Call(SqlFunction.Less, V(-1L), V(0L)), ResultKind.Boolean, true },
        { "less or equal", Call(SqlFunction.LessOrEqual, V(Day), V(Day)), ResultKind.Boolean, true },
        { "greater", Call(SqlFunction.Greater, V(Instant), V(Day)), ResultKind.Boolean, true },
        { "greater or equal", Call(SqlFunction.GreaterOrEqual, V(1m), V(2m)), ResultKind.Boolean, false },
        { "false decides and", Call(SqlFunction.And, V(false), NoTruth), ResultKind.Boolean, false },
        { "missing and true", Call(SqlFunction.And, V(true), NoTruth), ResultKind.Boolean, null },
        { "true decides or", Call(SqlFunction.Or, NoTruth, V(true)), ResultKind.Boolean, true },
        { "or inside and", Call(SqlFunction.And, V(false), Call(SqlFunction.Or, V(true), V(true))), ResultKind.Boolean, false },
        { "not of or", Call(SqlFunction.Not, Call(SqlFunction.Or, V(true), V(false))), ResultKind.Boolean, false },
        { "no condition holds", Call(SqlFunction.And), ResultKind.Boolean, true },
        { "in", Call(SqlFunction.In, V("b"), V("a"), V("b")), ResultKind.Boolean, true },
        { "in nothing", Call(SqlFunction.In, V("b")), ResultKind.Boolean, false },
        { "missing in", Call(SqlFunction.In, NoNumber, V(1m)), ResultKind.Boolean, null },
        { "like", Call(SqlFunction.Like, V("Abc"), V("A%")), ResultKind.Boolean, true },
        { "like is case-sensitive", Call(SqlFunction.Like, V("abc"), V("A%")), ResultKind.Boolean, false },
        { "is null", Call(SqlFunction.IsNull, NoNumber), ResultKind.Boolean, true },
        { "is not null", Call(SqlFunction.IsNotNull, NoNumber), ResultKind.Boolean, false },
        { "coalesce", Call(SqlFunction.Coalesce, NoNumber, V(7m)), ResultKind.Decimal, 7m },
        { "null if", Call(SqlFunction.NullIf, V(7m), V(7m)), ResultKind.Decimal, null },
        { "lower", Call(SqlFunction.Lower, V("ÅÄÖ")), ResultKind.Text, "åäö" },
        { "upper", Call(SqlFunction.Upper, V("åäö")), ResultKind.Text, "ÅÄÖ" },
        { "trim", Call(SqlFunction.Trim, V("  a b ")), ResultKind.Text, "a b" },
        { "length in characters", Call(SqlFunction.Length, V("smörgås🙂")), ResultKind.Decimal, 8m },
        { "concat", Call(SqlFunction.Concat, V("a'"), V("\"b")), ResultKind.Text, "a'\"b" },
        { "concat with missing", Call(SqlFunction.Concat, V("a"), Literal.Null(new SqlType.Text())), ResultKind.Text, null },
        { "date of instant", Call(SqlFunction.DateOfTimestamp, V(Instant)), ResultKind.Date, Day },
        { "year", Call(SqlFunction.Year, V(Day)), ResultKind.Decimal, 2024m },
        { "quarter", Call(SqlFunction.Quarter, V(Day)), ResultKind.Decimal, 4m },
        { "month", Call(SqlFunction.Month, V(Instant)), ResultKind.Decimal, 12m },
        { "day of month", Call(SqlFunction.DayOfMonth, V(Day)), ResultKind.Decimal, 30m },
        { "hour", Call(SqlFunction.Hour, V(Instant)), ResultKind.Decimal, 14m },
        { "first ISO week begins in December", Call(SqlFunction.IsoWeek, V(Day)), ResultKind.Decimal, 1m },
        { "53rd ISO week ends in January", Call(SqlFunction.IsoWeek, V(new DateOnly(2021, 1, 3))), ResultKind.Decimal, 53m },
        { "monday is 1", Call(SqlFunction.IsoWeekday, V(Day)), ResultKind.Decimal, 1m },
        { "sunday is 7", Call(SqlFunction.IsoWeekday, V(new DateOnly(2025, 1, 5))), ResultKind.Decimal, 7m },
        { "days between", Call(SqlFunction.DateDifferenceInDays, V(Day), V(new DateOnly(2025, 1, 2))), ResultKind.Decimal, 3m },
        { "days between, reversed", Call(SqlFunction.DateDifferenceInDays, V(new DateOnly(2024, 3, 1)), V(new DateOnly(2024, 2, 28))), ResultKind.Decimal, -2m },
        { "seconds between", Call(SqlFunction.SecondsBetween, V(Instant), V(Instant.AddMilliseconds(-1500))), ResultKind.Double, -1.5 },
        { "add days from a double", Call(SqlFunction.AddDays, V(Day), V(3.0)), ResultKind.Date, new DateOnly(2025, 1, 2) },
        { "add days, literal", Call(SqlFunction.AddDays, V(Day), Literal.Of(-30)), ResultKind.Date, new DateOnly(2024, 11, 30) },
        { "add months clips", Call(SqlFunction.AddMonths, V(new DateOnly(2024, 1, 31)), V(1L)), ResultKind.Date, new DateOnly(2024, 2, 29) },
        { "add seconds", Call(SqlFunction.AddSeconds, V(Instant), V(-3600L)), ResultKind.Timestamp, Instant.AddHours(-1) },
        { "start of minute", Call(SqlFunction.StartOfMinute, V(Instant)), ResultKind.Timestamp, Instant.AddSeconds(-59) },
        { "start of hour", Call(SqlFunction.StartOfHour, V(Instant)), ResultKind.Timestamp, new DateTime(2024, 12, 30, 14, 0, 0, DateTimeKind.Utc) },
        { "start of week", Call(SqlFunction.StartOfWeek, V(new DateOnly(2025, 1, 5))), ResultKind.Date, Day },
        { "start of month", Call(SqlFunction.StartOfMonth, V(Instant)), ResultKind.Date, new DateOnly(2024, 12, 1) },
        { "start of quarter", Call(SqlFunction.StartOfQuarter, V(Day)), ResultKind.Date, new DateOnly(2024, 10, 1) },
        { "start of year", Call(SqlFunction.StartOfYear, V(Instant)), ResultKind.Date, new DateOnly(2024, 1, 1) },
        { "case", new Case([new SqlBranch(NoTruth, V(1m)), new SqlBranch(V(true), V(2m))], V(3m)), ResultKind.Decimal, 2m },
        { "case without alternative", new Case([new SqlBranch(V(false), V(1m))], null), ResultKind.Decimal, null },
        { "cast", new Cast(V("2.50"), new SqlType.Decimal(18, 4)), ResultKind.Decimal, 2.5m },
        { "greatest exact number", new Cast(V("-99999999999999.9999"), new SqlType.Decimal(18, 4)), ResultKind.Decimal, -99999999999999.9999m },
        { "an exact number of 28 digits", new Cast(V("1234567890123456789.123456789"), new SqlType.Decimal(38, 9)), ResultKind.Decimal, 1234567890123456789.123456789m },
    };

    public static TheoryData<string, SqlExpression, ResultKind, object?> Aggregates => new()
    {
        { "count rows", new Aggregate(SqlAggregate.CountRows, null), ResultKind.Decimal, 5m },
        { "count known", new Aggregate(SqlAggregate.Count, C("x")), ResultKind.Decimal, 4m },
        { "count distinct", new Aggregate(SqlAggregate.CountDistinct, C("x")), ResultKind.Decimal, 3m },
        { "sum", new Aggregate(SqlAggregate.Sum, C("x")), ResultKind.Decimal, 7.25m },
        { "average", new Aggregate(SqlAggregate.Average, C("x")), ResultKind.Double, 1.8125 },
        { "median between the middle two", new Aggregate(SqlAggregate.Median, C("x")), ResultKind.Double, 1.625 },
        { "percentile", new Aggregate(SqlAggregate.PercentileContinuous, C("x")) { Fraction = 0.25 }, ResultKind.Double, 1.375 },
        { "min", new Aggregate(SqlAggregate.Min, C("x")), ResultKind.Decimal, 1m },
        { "max", new Aggregate(SqlAggregate.Max, C("x")), ResultKind.Decimal, 3m },
        { "first", new Aggregate(SqlAggregate.First, C("x")) { OrderBy = [C("t")] }, ResultKind.Decimal, 1.5m },
        { "last by two", new Aggregate(SqlAggregate.Last, C("x")) { OrderBy = [C("t"), C("k")] }, ResultKind.Decimal, 3m },
        { "filtered", new Aggregate(SqlAggregate.Sum, C("x")) { Filter = Call(SqlFunction.Less, C("x"), V(2m)) }, ResultKind.Decimal, 4.25m },
        { "sum of nothing is missing", new Aggregate(SqlAggregate.Sum, C("x")) { Filter = Literal.Of(false) }, ResultKind.Decimal, null },
        { "count of nothing is 0", new Aggregate(SqlAggregate.CountRows, null) { Filter = Literal.Of(false) }, ResultKind.Decimal, 0m },
    };

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public async Task A_function_gives_the_value_it_means(string name, SqlExpression expression, ResultKind kind, object? expected) =>
        Assert.Equal((name, expected), (name, await ValueOf(new SqlSelect { Columns = [new SqlColumn(expression, "value")] }, kind)));

    [Theory]
    [MemberData(nameof(Aggregates), DisableDiscoveryEnumeration = true)]
    public async Task An_aggregate_gives_the_value_it_means(string name, SqlExpression expression, ResultKind kind, object? expected)
    {
        var number = new SqlType.Decimal(18, 4);
        var rows = new SqlSource.Rows(
            [new("x", number), new("t", new SqlType.Timestamp()), new("k", new SqlType.BigInt())],
            [[1.5m, Instant, 1L], [1.75m, Instant.AddDays(1), 1L], [3m, Instant.AddDays(2), 2L], [1m, Instant.AddDays(2), 1L], [null, Instant.AddDays(3), 1L]],
            "r");
        var repeated = name == "count distinct"
            ? rows with { Cells = rows.Cells.SetItem(3, [3m, Instant, 1L]) }
            : rows;
        Assert.Equal((name, expected), (name, await ValueOf(new SqlSelect { Columns = [new SqlColumn(expression, "value")], From = repeated }, kind)));
    }

    [Fact]
    public void Every_function_is_tried()
    {
        var tried = Functions.Select(row => row.Data.Item2).OfType<Call>().Select(call => call.Function).ToHashSet();
        Assert.Equal([SqlFunction.Grouping], Enum.GetValues<SqlFunction>().Except(tried));
    }

    private async Task<object?> ValueOf(SqlSelect select, ResultKind kind)
    {
        await using var scratch = await OpenAsync();
        return (await scratch.QueryAsync(SqlRenderer.Render(select, scratch.Warehouse.Dialect), new ResultColumn("value", kind)))["value"][0];
    }

    private static Value V(object value) => new(value);

    private static Column C(string name) => new("r", name);

    private static Call Call(SqlFunction function, params SqlExpression[] arguments) => new(function, [.. arguments]);
}

public sealed class DialectTestsOnDuckDb() : DialectTests(TestEngine.DuckDb);

public sealed class DialectTestsOnPostgres() : DialectTests(TestEngine.Postgres);
