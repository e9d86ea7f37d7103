using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Cli.Terminals;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;
using Calendar = Kelvin.Calendars.Calendar;

namespace Kelvin.Cli.Query.Tables;

/// <summary>Values of an answer as a person reads them.</summary>
internal sealed class AnswerWords(Terminal terminal, MetricCatalog catalog, Calendar calendar)
{
    public string Period(Period period) => PeriodText.Write(period, terminal.Tongue, calendar);

    /// <summary>The local day and time of a moment.</summary>
    public string Moment(DateTimeOffset moment) => Period(calendar.PeriodOf(Grain.Minute, moment));

    /// <summary>The last day before a moment at midnight; else the moment.</summary>
    public string Until(DateTimeOffset moment)
    {
        var day = calendar.PeriodOf(Grain.Day, moment);
        return day.Start == moment ? Period(calendar.Move(day, -1)) : Moment(moment);
    }

    /// <summary>A comparison in the reader's language, in whichever it was asked.</summary>
    public string Against(string comparison) => Comparison.Parse(comparison).Value switch
    {
        Comparison.PreviousPeriod => terminal.Say("query.against.previous"),
        Comparison.SamePeriodLastYear => terminal.Say("query.against.year"),
        Comparison.SameWeekdayLastYear => terminal.Say("query.against.weekday"),
        Comparison.SameWorkingDayLastYear => terminal.Say("query.against.working-day"),
        _ => comparison,
    };

    /// <summary>A value by its type; the mark for missing when there is none.</summary>
    public string Value(object? value, DataType type) => value switch
    {
        null => Display.Missing,
        decimal number => Write(Quantity.Exact(number, type.Unit)),
        double number => Write(Quantity.Approximate(number, type.Unit)),
        bool truth => terminal.Say(truth ? "query.yes" : "query.no"),
        DateOnly day => Period(calendar.DayPeriod(day)),
        DateTime moment => Moment(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A change with its sign.</summary>
    public string Change(object? value, DataType type) => value switch
    {
        decimal number => Display.Change(Quantity.Exact(number, type.Unit), terminal.Tongue),
        double number => Display.Change(Quantity.Approximate(number, type.Unit), terminal.Tongue),
        _ => Display.Missing,
    };

    /// <summary>A count says what it counts in the column's heading, and needs no word in every row.</summary>
    private string Write(Quantity quantity) =>
        quantity.Unit.Factors is { Count: 1 } factors && factors.Values.First() is { Atom: UnitAtom.Item, Power: 1 }
            ? Display.Write(quantity.Exactly is { } exact ? Quantity.Exact(exact, Unit.None) : Quantity.Approximate(quantity.Value, Unit.None), terminal.Tongue)
            : Display.Write(quantity, terminal.Tongue, DisplayStyle.Full, ItemName);

    private string? ItemName(string symbol, bool isOne) =>
        isOne ? null : catalog.Datasets.Values.FirstOrDefault(dataset => UnitAtom.Item.SymbolOf(dataset.Name) == symbol)?.Label
            .In(terminal.Tongue).ToLower(Texts.CultureOf(terminal.Tongue));
}
