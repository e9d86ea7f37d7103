using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Values;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Entries.Grids;

/// <summary>The rows that a form has: every combination of its segments, or the rows of the dataset whose values it overrides.</summary>
internal sealed class FormRows(IRowSource source, MetricCatalog catalog, CancellationToken cancellationToken)
{
    /// <summary>More rows than this are no form for people.</summary>
    public const int Most = 2_000;

    /// <summary>The columns whose values name a row of a form among those of a period.</summary>
    public static ImmutableArray<string> KeyOf(Form form, MetricCatalog catalog) =>
        form.Overrides is { } overridden ? catalog.Datasets[overridden].Key : [.. form.Segments.Select(segment => segment.Column)];

    /// <summary>The rows in the periods of a stretch, in the order of the form.</summary>
    public Task<ImmutableArray<FormRow>> ReadAsync(Form form, Period span) => form.Overrides is { } overridden
        ? OfDatasetAsync(form, catalog.Datasets[overridden], span)
        : OfSegmentsAsync(form);

    private async Task<ImmutableArray<FormRow>> OfSegmentsAsync(Form form)
    {
        ImmutableArray<ImmutableArray<FormChoice>> rows = [[]];
        foreach (var segment in form.Segments)
        {
            var choices = segment.From is null ? segment.Values : await ChoicesAsync(segment);
            rows = [.. rows.SelectMany(row => choices.Select(choice => row.Add(choice))).Take(Most)];
        }
        return [.. rows.Select(row => Row(form, [.. form.Segments.Select(segment => segment.Column)], row, null))];
    }

    private async Task<ImmutableArray<FormChoice>> ChoicesAsync(FormSegment segment)
    {
        var dataset = catalog.Datasets[segment.From!];
        var key = dataset.Key[0];
        var frame = await DatasetRows.ReadAsync(source, dataset, segment.LabelColumn is { } label ? [key, label] : [key], null, Most, cancellationToken);
        return [.. Enumerable.Range(0, frame.Count).Select(row => (string)frame[key][row]!)
            .Zip(Enumerable.Range(0, frame.Count), (value, row) => new FormChoice(value, LocalText.Same(frame[segment.LabelColumn ?? key][row] as string ?? value)))];
    }

    private async Task<ImmutableArray<FormRow>> OfDatasetAsync(Form form, Dataset dataset, Period span)
    {
        var calendar = catalog.CalendarIn();
        var frame = await DatasetRows.ReadAsync(source, dataset, dataset.Key.Add(form.Time), Within(dataset, form.Time, span), Most, cancellationToken);
        return [.. Enumerable.Range(0, frame.Count).Select(row => Row(
            form, dataset.Key, [.. dataset.Key.Select(key => CellValue.Write(frame[key][row]) ?? "").Select(value => new FormChoice(value, LocalText.Same(value)))],
            PeriodOf(calendar, form.Grain, frame[form.Time][row])))];
    }

    private static FormRow Row(Form form, ImmutableArray<string> columns, ImmutableArray<FormChoice> values, DateOnly? period)
    {
        var key = columns.Zip(values).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second.Value, StringComparer.Ordinal);
        return new(RowId.Of(columns, key), key, [.. values.Select(value => value.Label)], form.OwnerOf(key)) { Period = period };
    }

    /// <summary>The stretch as the time column knows it.</summary>
    internal static (string, object, object) Within(Dataset dataset, string time, Period span) => dataset.Find(time)!.Type.Kind == ValueKind.Timestamp
        ? (time, span.Start.UtcDateTime, span.End.UtcDateTime)
        : (time, span.FirstDay, span.LastDay.AddDays(1));

    private static DateOnly? PeriodOf(Calendar calendar, Grain grain, object? time) => time switch
    {
        DateOnly day => calendar.PeriodOf(grain, day).FirstDay,
        DateTime moment => calendar.PeriodOf(grain, new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc))).FirstDay,
        _ => null,
    };
}
