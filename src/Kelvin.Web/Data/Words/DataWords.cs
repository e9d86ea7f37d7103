using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Quantities;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Data.Words;

/// <summary>Puts what is known of datasets into a reader's words.</summary>
internal sealed class DataWords(Reader reader, MetricCatalog catalog)
{
    private readonly Wording _words = new(reader.Tongue, catalog);

    /// <summary>A number of rows.</summary>
    public string Number(long number) => _words.Full(Quantity.Exact(number, Unit.None));

    /// <summary>The local day and time of a moment.</summary>
    public string Moment(DateTimeOffset moment) => _words.Moment(moment);

    /// <summary>The days that a dataset's rows span; the mark for missing without rows or axis.</summary>
    public string Span(Dataset? dataset, DateTime? from, DateTime? until) =>
        from is not { } first || until is not { } last ? Display.Missing
        : Day(dataset, first) is var begins && Day(dataset, last) is var ends && begins == ends ? begins : $"{begins} – {ends}";

    /// <summary>What the values of a column are, in a few words: text, day, SEK.</summary>
    public string Type(Column column) => column.Type switch
    {
        { Kind: ValueKind.Number, Unit: var unit } when !unit.Equals(Unit.None) => UnitText.Write(unit),
        var type => reader.Say("data.type.of-" + type.Kind.ToString().ToLowerInvariant()),
    };

    // A day is kept as its midnight, an instant as UTC.
    private string Day(Dataset? dataset, DateTime moment) =>
        dataset?.Time is { } time && dataset.Find(time)?.Type.Kind == ValueKind.Timestamp
            ? _words.Day(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)))
            : _words.Cell(DateOnly.FromDateTime(moment), DataType.Date);
}
