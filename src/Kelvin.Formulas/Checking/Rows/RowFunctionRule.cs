using System.Collections.Immutable;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Rows;

/// <summary>What an argument of a row function must be.</summary>
internal enum RowArgument
{
    /// <summary>A number in any unit.</summary>
    Number,

    /// <summary>A number without a unit or in days.</summary>
    Days,

    /// <summary>A number without a unit.</summary>
    Count,

    /// <summary>A whole number that is written out, from 0 to 15.</summary>
    Decimals,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A date; an instant gives its local date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,
}

/// <summary>A row function whose arguments have fixed kinds.</summary>
/// <param name="Function">Its meaning.</param>
/// <param name="Arguments">Its arguments in order.</param>
/// <param name="Result">Its type; null for that of its first argument.</param>
internal sealed record RowFunctionRule(RowFunction Function, ImmutableArray<RowArgument> Arguments, DataType? Result)
{
    /// <summary>Whether the last argument may be left out.</summary>
    public bool LastIsOptional { get; init; }

    /// <summary>Whether the last argument may be repeated.</summary>
    public bool LastRepeats { get; init; }

    /// <summary>The rules by the function's name.</summary>
    public static IReadOnlyDictionary<string, RowFunctionRule> ByName { get; } = new Dictionary<string, RowFunctionRule>
    {
        ["abs"] = new(RowFunction.Absolute, [RowArgument.Number], null),
        ["round"] = new(RowFunction.Round, [RowArgument.Number, RowArgument.Decimals], null) { LastIsOptional = true },
        ["floor"] = new(RowFunction.Floor, [RowArgument.Number], null),
        ["ceiling"] = new(RowFunction.Ceiling, [RowArgument.Number], null),
        ["lower"] = new(RowFunction.Lower, [RowArgument.Text], DataType.Text),
        ["upper"] = new(RowFunction.Upper, [RowArgument.Text], DataType.Text),
        ["trim"] = new(RowFunction.Trim, [RowArgument.Text], DataType.Text),
        ["length"] = new(RowFunction.Length, [RowArgument.Text], DataType.Number(Unit.None)),
        ["concat"] = new(RowFunction.Concatenate, [RowArgument.Text], DataType.Text) { LastRepeats = true },
        ["year"] = Part(RowFunction.Year),
        ["quarter"] = Part(RowFunction.QuarterOfYear),
        ["month"] = Part(RowFunction.Month),
        ["week"] = Part(RowFunction.Week),
        ["day"] = Part(RowFunction.DayOfMonth),
        ["day_of_year"] = Part(RowFunction.DayOfYear),
        ["weekday"] = Part(RowFunction.Weekday),
        ["hour"] = new(RowFunction.HourOfTimestamp, [RowArgument.Instant], DataType.Number(Unit.None)),
        ["hours_between"] = Between(RowFunction.HoursBetween, Unit.Hour),
        ["minutes_between"] = Between(RowFunction.MinutesBetween, Unit.Minute),
        ["seconds_between"] = Between(RowFunction.SecondsBetween, Unit.Second),
        ["months_between"] = new(RowFunction.MonthsBetween, [RowArgument.Date, RowArgument.Date], DataType.Number(Unit.None)),
        ["working_days_between"] = new(RowFunction.WorkingDaysBetween, [RowArgument.Date, RowArgument.Date], DataType.Number(Unit.Day)),
        ["add_days"] = new(RowFunction.AddDays, [RowArgument.Date, RowArgument.Days], DataType.Date),
        ["add_months"] = new(RowFunction.AddMonths, [RowArgument.Date, RowArgument.Count], DataType.Date),
    };

    private static RowFunctionRule Part(RowFunction function) => new(function, [RowArgument.Date], DataType.Number(Unit.None));

    private static RowFunctionRule Between(RowFunction function, Unit unit) =>
        new(function, [RowArgument.Instant, RowArgument.Instant], DataType.Number(unit));
}
