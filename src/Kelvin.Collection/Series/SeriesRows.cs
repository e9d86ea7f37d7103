using Kelvin.Catalog;
using Kelvin.Collection.Pushing;
using Kelvin.Language;

namespace Kelvin.Collection.Series;

/// <summary>Samples as rows of a dataset.</summary>
internal static class SeriesRows
{
    private const double MostExact = 1e28;

    /// <summary>The rows; a sample that the dataset's columns cannot hold is refused by itself.</summary>
    public static ReadRows Of(SeriesLayout layout, IReadOnlyList<MeasuredIncrease> samples)
    {
        var rows = new RowsInTheMaking(layout.Dataset);
        foreach (var measured in samples)
            rows.EndRow(Row(layout, rows, measured));
        return rows.Build();
    }

    private static Issue? Row(SeriesLayout layout, RowsInTheMaking rows, MeasuredIncrease measured)
    {
        var sample = measured.Sample;
        Set(rows, layout.Time, measured.Time);
        Set(rows, layout.Name, sample.Name);
        Set(rows, layout.Labels, sample.LabelText);
        Set(rows, layout.Of("kind"), sample.Kind.Word());
        Set(rows, layout.Of("unit"), sample.Unit);
        var fault = SetNumber(rows, layout.Value, sample.Value);
        if (layout.Increase is { } increase && measured.Increase is { } grown)
            fault ??= SetNumber(rows, increase, grown);
        foreach (var (column, label) in layout.SingleLabels)
            if (sample.Labels.FirstOrDefault(one => one.Name == label).Value is { Length: > 0 } written)
            {
                if (PlainValue.Read(written, column) is { } value)
                    Set(rows, column, value);
                else
                    fault ??= Issue.At(null, $"push.not-a-{PlainValue.KindOf(column)}", ("column", column.Name), ("value", written[..Math.Min(written.Length, 60)]));
            }
        return fault;
    }

    private static Issue? SetNumber(RowsInTheMaking rows, Column column, double number)
    {
        if (column.Decimals is null)
            Set(rows, column, number);
        else if (Math.Abs(number) < MostExact)
            Set(rows, column, (decimal)number);
        else
            return Issue.At(null, "import.not-fitting", ("column", column.Name), ("value", FormattableString.Invariant($"{number}")));
        return null;
    }

    private static void Set(RowsInTheMaking rows, Column? column, object? value)
    {
        if (column is not null)
            rows.Set(rows.PlaceOf(column.Name)!.Value, value);
    }
}
