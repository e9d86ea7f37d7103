using Kelvin.Sql.Rendering;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql.Dialects;

/// <summary>SQL as DuckDB 1.5 writes it.</summary>
public sealed class DuckDbDialect : SqlDialect
{
    private DuckDbDialect()
    {
    }

    /// <summary>The dialect.</summary>
    public static DuckDbDialect Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "DuckDB";

    /// <summary>
    /// Text as a constant, for the few statements that take no parameters: settings, definitions, options of file readers.
    /// </summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <inheritdoc />
    public override string TypeName(SqlType type) => type switch
    {
        SqlType.Decimal exact => $"DECIMAL({exact.Precision}, {exact.Scale})",
        SqlType.Double => "DOUBLE",
        SqlType.BigInt => "BIGINT",
        SqlType.Text => "VARCHAR",
        SqlType.Boolean => "BOOLEAN",
        SqlType.Date => "DATE",
        SqlType.Timestamp => "TIMESTAMP",
        _ => throw new NotSupportedException($"DuckDB has no type for {type}."),
    };

    /// <inheritdoc />
    internal override SqlFragment Call(SqlFunction function, IReadOnlyList<SqlFragment> arguments) => function switch
    {
        SqlFunction.Divide => new($"{arguments[0].In(SqlBinding.Product)} / nullif({arguments[1]}, 0)", SqlBinding.Product),
        SqlFunction.Round => StandardFunctions.Named("round", arguments),
        SqlFunction.Length => StandardFunctions.Named("length", arguments),
        SqlFunction.Concat => new(string.Join(" || ", arguments.Select(argument => argument.In(SqlBinding.Sign))), SqlBinding.Sum),
        SqlFunction.DateOfTimestamp => Cast(arguments[0], "DATE"),
        SqlFunction.Year => StandardFunctions.Named("year", arguments),
        SqlFunction.Quarter => StandardFunctions.Named("quarter", arguments),
        SqlFunction.Month => StandardFunctions.Named("month", arguments),
        SqlFunction.DayOfMonth => StandardFunctions.Named("day", arguments),
        SqlFunction.Hour => StandardFunctions.Named("hour", arguments),
        SqlFunction.IsoWeek => StandardFunctions.Named("week", arguments),
        SqlFunction.IsoWeekday => StandardFunctions.Named("isodow", arguments),
        SqlFunction.DateDifferenceInDays => new($"{arguments[1].In(SqlBinding.Sum)} - {arguments[0].In(SqlBinding.Product)}", SqlBinding.Sum),
        SqlFunction.SecondsBetween =>
            new($"date_diff('microsecond', {arguments[0]}, {arguments[1]}) / 1000000", SqlBinding.Product),
        SqlFunction.AddDays => new($"{arguments[0].In(SqlBinding.Sum)} + {Whole(arguments[1], "INTEGER")}", SqlBinding.Sum),
        SqlFunction.AddMonths =>
            Cast(SqlFragment.Atom($"{arguments[0].In(SqlBinding.Sum)} + to_months({Whole(arguments[1], "INTEGER")})"), "DATE"),
        // Whole microseconds are several times faster than an interval.
        SqlFunction.AddSeconds => SqlFragment.Atom($"make_timestamp(epoch_us({arguments[0]}) + CAST(1000000 AS BIGINT) * {arguments[1].In(SqlBinding.Product)})"),
        SqlFunction.StartOfMinute => Truncated("minute", arguments[0]),
        SqlFunction.StartOfHour => Truncated("hour", arguments[0]),
        SqlFunction.StartOfWeek => FirstDay("week", arguments[0]),
        SqlFunction.StartOfMonth => FirstDay("month", arguments[0]),
        SqlFunction.StartOfQuarter => FirstDay("quarter", arguments[0]),
        SqlFunction.StartOfYear => FirstDay("year", arguments[0]),
        _ => base.Call(function, arguments),
    };

    /// <inheritdoc />
    internal override string Aggregate(
        SqlAggregate kind, SqlFragment? argument, string? fraction, IReadOnlyList<SqlFragment> orderBy) => kind switch
    {
        SqlAggregate.CountRows => "count(*)",
        SqlAggregate.Count => $"count({argument})",
        SqlAggregate.CountDistinct => $"count(DISTINCT {argument})",
        SqlAggregate.Sum => $"sum({argument})",
        SqlAggregate.Average => $"avg({argument})",
        // Of an exact number these would be rounded to its decimals.
        SqlAggregate.Median => $"median(CAST({argument} AS DOUBLE))",
        SqlAggregate.PercentileContinuous => $"quantile_cont(CAST({argument} AS DOUBLE), {fraction})",
        SqlAggregate.PercentileDiscrete => $"quantile_disc({argument}, {fraction})",
        SqlAggregate.AtFirst => $"arg_min_null({argument}, {Rank(orderBy)})",
        SqlAggregate.AtLast => $"arg_max_null({argument}, {Rank(orderBy)})",
        SqlAggregate.Min => $"min({argument})",
        SqlAggregate.Max => $"max({argument})",
        SqlAggregate.First => $"arg_min({argument}, {Rank(orderBy)})",
        SqlAggregate.Last => $"arg_max({argument}, {Rank(orderBy)})",
        _ => throw new NotSupportedException($"DuckDB has no aggregate for {kind}."),
    };

    /// <inheritdoc />
    internal override string AsOfJoin(bool keepsAll, string source, string alias, string on, string latest) => $"ASOF {(keepsAll ? "LEFT " : "")}JOIN {source} ON {on}";

    private static string Rank(IReadOnlyList<SqlFragment> orderBy) =>
        orderBy.Count == 1 ? orderBy[0].Text : $"row({string.Join(", ", orderBy)})";

    private static SqlFragment Truncated(string part, SqlFragment operand) => SqlFragment.Atom($"date_trunc('{part}', {operand})");

    // Of a date, date_trunc makes a TIMESTAMP.
    private static SqlFragment FirstDay(string part, SqlFragment operand) => Cast(Truncated(part, operand), "DATE");

    private static SqlFragment Cast(SqlFragment operand, string type) => SqlFragment.Atom($"CAST({operand} AS {type})");

    private static string Whole(SqlFragment number, string type) => number.IsWholeNumber ? number.Text : Cast(number, type).Text;
}
