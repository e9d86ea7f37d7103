using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Web.Metrics.Words;

/// <summary>Puts values, periods and names into a reader's words, by the workspace's labels and calendar, or that of an answer.</summary>
internal sealed class Wording(Tongue tongue, MetricCatalog catalog)
{
    private readonly Dictionary<string, LocalText> _items = catalog.Datasets.Values
        .GroupBy(dataset => UnitAtom.Item.SymbolOf(dataset.Name), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Label, StringComparer.Ordinal);

    public Calendars.Calendar Calendar { get; private init; } = catalog.CalendarIn();

    /// <summary>The same words for what is cut by this calendar: an answer's knows the periods that a dataset lists, and its zone.</summary>
    public Wording In(Calendars.Calendar calendar) => calendar.Equals(Calendar) ? this : new Wording(tongue, catalog) { Calendar = calendar };

    public Tongue Tongue => tongue;

    /// <summary>The value as read at a glance.</summary>
    public string Brief(Quantity? value) => Display.Write(value, tongue, DisplayStyle.Compact, ItemName);

    /// <summary>The value as a mark of an axis.</summary>
    public string Mark(Quantity value) => Display.Write(value, tongue, DisplayStyle.Axis, ItemName);

    /// <summary>The value as read in a table.</summary>
    public string Full(Quantity? value) => Display.Write(value, tongue, DisplayStyle.Full, ItemName);

    /// <summary>The value as read down a column, in the unit that <see cref="ColumnUnit"/> chose for it.</summary>
    public string Down(Quantity? value, Unit column) => Display.Write(value?.In(column) ?? value, tongue, DisplayStyle.Column, ItemName);

    /// <summary>The value as a change, with its sign.</summary>
    public string Change(Quantity? change) => Display.Change(change, tongue, DisplayStyle.Compact, ItemName);

    /// <summary>The period in full.</summary>
    public string Period(Period period) => PeriodText.Write(period, tongue, Calendar);

    /// <summary>The period as short as an axis allows, without its year.</summary>
    public string Axis(Period period) => PeriodText.Short(period, tongue, Calendar);

    /// <summary>The year that an axis shows below a period; null for a year, which says it itself.</summary>
    public static string? AxisYear(Period period) =>
        period.Grain == Grain.Year ? null
        // A week belongs to the year of its Thursday.
        : (period.Grain == Grain.Week ? period.FirstDay.AddDays(3) : period.FirstDay).Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The grains of the workspace's own calendars.</summary>
    public IEnumerable<Grain> OtherGrains => Calendar.Grains.Except(Grain.Standard);

    /// <summary>What people call a grain of one of the workspace's own calendars; null for standard ones.</summary>
    public string? OtherGrain(Grain grain) => Calendar.LabelOf(grain, tongue);

    /// <summary>The local day of a moment.</summary>
    public string Day(DateTimeOffset moment) => Period(Calendar.PeriodOf(Grain.Day, moment));

    /// <summary>The local day and time of a moment.</summary>
    public string Moment(DateTimeOffset moment) => Period(Calendar.PeriodOf(Grain.Minute, moment));

    /// <summary>A value of a dimension or a row, by its type; the mark for missing when there is none.</summary>
    public string Cell(object? value, DataType type) => value switch
    {
        null => Display.Missing,
        decimal number => Full(Quantity.Exact(number, type.Unit)),
        double number => Full(Quantity.Approximate(number, type.Unit)),
        bool truth => Texts.Say(tongue, truth ? "web.value.yes" : "web.value.no"),
        DateOnly day => Period(Calendar.DayPeriod(day)),
        DateTime moment => Moment(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))),
        Period period => Period(period),
        _ => value.ToString() ?? "",
    };

    /// <summary>The product's own word for what every business counts; else the dataset's label, which is a plural.</summary>
    private string? ItemName(string symbol, bool isOne)
    {
        var key = $"web.items.{symbol}.{(isOne ? "one" : "many")}";
        return Texts.Keys(Tongue.English).Contains(key) ? Texts.Say(tongue, key)
            : !isOne && _items.TryGetValue(symbol, out var label) ? label.In(tongue).ToLower(Texts.CultureOf(tongue))
            : null;
    }
}
