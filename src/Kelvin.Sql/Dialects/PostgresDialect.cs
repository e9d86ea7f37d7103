using Kelvin.Sql.Rendering;
using Kelvin.Sql.Tree;

namespace Kelvin.Sql.Dialects;

/// <summary>
/// SQL as PostgreSQL 15 writes it. Text is compared byte by byte when a column's collation is <c>C</c>, which is the engine's to
/// see to; instants are kept without a zone, so the session's zone never matters.
/// </summary>
public sealed class PostgresDialect : SqlDialect
{
    /// <summary>Every kind of space, as PostgreSQL's <c>trim</c> takes away the plain one only.</summary>
    private const string Spaces = @"U&' \00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A\202F\205F\3000'";

    private PostgresDialect()
    {
    }

    /// <summary>The dialect.</summary>
    public static PostgresDialect Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "PostgreSQL";

    /// <inheritdoc />
    public override string Quote(string identifier) => base.Quote(PostgresName.Of(identifier));

    /// <inheritdoc />
    public override string TypeName(SqlType type) => type switch
    {
        SqlType.Decimal exact => $"NUMERIC({exact.Precision}, {exact.Scale})",
        SqlType.Double => "DOUBLE PRECISION",
        SqlType.BigInt => "BIGINT",
        SqlType.Text => "TEXT",
        SqlType.Boolean => "BOOLEAN",
        SqlType.Date => "DATE",
        SqlType.Timestamp => "TIMESTAMP",
        _ => throw new NotSupportedException($"PostgreSQL has no type for {type}."),
    };

    /// <inheritdoc />
    internal override SqlFragment Call(SqlFunction function, IReadOnlyList<SqlFragment> arguments) => function switch
    {
        // Of whole numbers the quotient would be whole, and of exact ones it would be cut somewhere.
        SqlFunction.Divide => new($"{Double(arguments[0])} / nullif({Double(arguments[1])}, 0)", SqlBinding.Product),
        // Of a double there is no rounding to decimals, and ties go to the even number.
        SqlFunction.Round => StandardFunctions.Named("round", [Cast(arguments[0], "NUMERIC"), .. arguments.Skip(1)]),
        SqlFunction.Like => new($"{arguments[0].In(SqlBinding.Sum)} LIKE {arguments[1].In(SqlBinding.Sum)} ESCAPE ''", SqlBinding.Comparison),
        SqlFunction.Lower => Letters("lower", arguments[0]),
        SqlFunction.Upper => Letters("upper", arguments[0]),
        SqlFunction.Trim => SqlFragment.Atom($"btrim({arguments[0]}, {Spaces})"),
        SqlFunction.Length => StandardFunctions.Named("char_length", arguments),
        SqlFunction.Concat => new(string.Join(" || ", arguments.Select(argument => argument.In(SqlBinding.Sign))), SqlBinding.Sum),
        SqlFunction.DateOfTimestamp => Cast(arguments[0], "DATE"),
        SqlFunction.Year => Part("YEAR", arguments[0]),
        SqlFunction.Quarter => Part("QUARTER", arguments[0]),
        SqlFunction.Month => Part("MONTH", arguments[0]),
        SqlFunction.DayOfMonth => Part("DAY", arguments[0]),
        SqlFunction.Hour => Part("HOUR", arguments[0]),
        SqlFunction.IsoWeek => Part("WEEK", arguments[0]),
        SqlFunction.IsoWeekday => Part("ISODOW", arguments[0]),
        SqlFunction.DateDifferenceInDays => Cast(new($"{arguments[1].In(SqlBinding.Sum)} - {arguments[0].In(SqlBinding.Product)}", SqlBinding.Sum), "BIGINT"),
        SqlFunction.SecondsBetween => Double(SqlFragment.Atom($"extract(EPOCH FROM {Instant(arguments[1])} - {Instant(arguments[0])})")),
        SqlFunction.AddDays => new($"{arguments[0].In(SqlBinding.Sum)} + {Whole(arguments[1])}", SqlBinding.Sum),
        SqlFunction.AddMonths => Cast(new($"{arguments[0].In(SqlBinding.Sum)} + make_interval(months => {Whole(arguments[1])})", SqlBinding.Sum), "DATE"),
        SqlFunction.AddSeconds => new($"{arguments[0].In(SqlBinding.Sum)} + {arguments[1].In(SqlBinding.Product)} * INTERVAL '1 second'", SqlBinding.Sum),
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
        SqlAggregate.Average => $"avg({Double(argument!)})",
        SqlAggregate.Median => $"percentile_cont(0.5) WITHIN GROUP (ORDER BY {Double(argument!)})",
        SqlAggregate.PercentileContinuous => $"percentile_cont({fraction}) WITHIN GROUP (ORDER BY {Double(argument!)})",
        SqlAggregate.PercentileDiscrete => $"percentile_disc({fraction}) WITHIN GROUP (ORDER BY {argument})",
        SqlAggregate.AtFirst => Placed(argument!, orderBy, "ASC", null),
        SqlAggregate.AtLast => Placed(argument!, orderBy, "DESC", null),
        SqlAggregate.Min => $"min({argument})",
        SqlAggregate.Max => $"max({argument})",
        SqlAggregate.First => Ranked(argument!, orderBy, "ASC", null),
        SqlAggregate.Last => Ranked(argument!, orderBy, "DESC", null),
        _ => throw new NotSupportedException($"PostgreSQL has no aggregate for {kind}."),
    };

    /// <inheritdoc />
    internal override string Filtered(
        SqlAggregate kind, SqlFragment? argument, string? fraction, IReadOnlyList<SqlFragment> orderBy, SqlFragment condition) => kind switch
    {
        SqlAggregate.First => Ranked(argument!, orderBy, "ASC", condition),
        SqlAggregate.Last => Ranked(argument!, orderBy, "DESC", condition),
        SqlAggregate.AtFirst => Placed(argument!, orderBy, "ASC", condition),
        SqlAggregate.AtLast => Placed(argument!, orderBy, "DESC", condition),
        _ => base.Filtered(kind, argument, fraction, orderBy, condition),
    };

    /// <summary>The first of the values in an order; the first thing ordered by must be there, later ones count as greatest when missing.</summary>
    private static string Ranked(SqlFragment argument, IReadOnlyList<SqlFragment> orderBy, string direction, SqlFragment? condition)
    {
        var order = string.Join(", ", orderBy.Select(place => $"{place} {direction}"));
        var present = $"{argument.In(SqlBinding.Sum)} IS NOT NULL AND {orderBy[0].In(SqlBinding.Sum)} IS NOT NULL";
        var rows = condition is { } also ? $"{also.In(SqlBinding.And)} AND {present}" : present;
        return $"(array_agg({argument} ORDER BY {order}) FILTER (WHERE {rows}))[1]";
    }

    /// <summary>The same of all rows, missing values included; what is missing in the order counts as greatest.</summary>
    private static string Placed(SqlFragment argument, IReadOnlyList<SqlFragment> orderBy, string direction, SqlFragment? condition)
    {
        var filter = condition is { } only ? $" FILTER (WHERE {only})" : "";
        return $"(array_agg({argument} ORDER BY {string.Join(", ", orderBy.Select(place => $"{place} {direction}"))}){filter})[1]";
    }

    /// <summary>In every language's letters, whatever the collation of the database; the result is compared byte by byte again.</summary>
    private static SqlFragment Letters(string name, SqlFragment operand) =>
        new($"{name}({operand.In(SqlBinding.Atom)} COLLATE \"und-x-icu\") COLLATE \"C\"", SqlBinding.Sign);

    private static SqlFragment Part(string part, SqlFragment operand) => Cast(SqlFragment.Atom($"extract({part} FROM {operand})"), "BIGINT");

    // Of a date, date_trunc would make an instant with a zone.
    private static SqlFragment Truncated(string part, SqlFragment operand) => SqlFragment.Atom($"date_trunc('{part}', {Instant(operand)})");

    private static SqlFragment FirstDay(string part, SqlFragment operand) => Cast(Truncated(part, operand), "DATE");

    private static SqlFragment Instant(SqlFragment operand) => Cast(operand, "TIMESTAMP");

    private static SqlFragment Double(SqlFragment operand) => Cast(operand, "DOUBLE PRECISION");

    private static string Whole(SqlFragment number) => number.IsWholeNumber ? number.Text : Cast(number, "INTEGER").Text;

    private static SqlFragment Cast(SqlFragment operand, string type) => SqlFragment.Atom($"CAST({operand} AS {type})");
}
