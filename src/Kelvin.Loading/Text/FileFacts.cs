using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading.Text;

/// <summary>
/// What one pass over a whole file found of all its columns, where the file is one that an engine may be able to read by itself. Enough
/// to know what a survey for any dataset would find, as long as the file is as it was.
/// </summary>
internal sealed record FileFacts(FileStamp Stamp, string Path, byte Separator, bool HasHeader, long FirstLine, FileSurvey Survey) : FileKnowledge
{
    /// <summary>What is known of the fields of each column, and their order where every row has a value.</summary>
    public required ImmutableArray<(FieldFacts Facts, ValueOrder? Order)> Columns { get; init; }

    /// <summary>What a survey for this load would find; null where the file must be gone over for that.</summary>
    public FileSurvey? SurveyFor(TextFile file)
    {
        var (layout, format, dataset) = (file.Layout, file.Request.Format, file.Request.Dataset);
        if (Stamp != file.Stamp || Path != file.Request.Path || !file.Source.IsUtf8 || layout is not { Quote: (byte)'"', Lead: 0 }
            || (Separator, HasHeader, FirstLine, Columns.Length) != (layout.Separator, layout.HasHeader, layout.FirstLine, layout.FieldNames.Length)
            || !format.Missing.IsEmpty || !format.Footers.IsEmpty || !layout.Columns.All(laid => Fits(laid, format, dataset)))
            return null;
        var instants = layout.Columns.Where(laid => laid.Column.Type.Kind == ValueKind.Timestamp).Select(laid => Columns[laid.Field].Facts).ToList();
        // Instants of several columns must all be written alike.
        return instants.Any(facts => facts.AnyUtc) && instants.Any(facts => facts.AnyLocal) ? null : Survey with
        {
            Marks = new DecimalMarks(0, layout.Columns.Any(laid => laid.Column.Type.Kind == ValueKind.Number && Columns[laid.Field].Facts.ProvesPoint) ? 1 : 0),
            HasUtcMarks = instants.Any(facts => facts.AnyUtc),
            KeysAscend = dataset.RowKey is [var key] && layout.Columns.FirstOrDefault(laid => laid.Column.Name == key) is { } only && Ascends(only),
        };
    }

    private bool Fits(LaidColumn laid, FileFormat format, Dataset dataset)
    {
        var facts = Columns[laid.Field].Facts;
        return !(facts.AnyEmpty && dataset.Requires(laid.Column)) && PlainCheck.Holds(facts, laid.Column, format);
    }

    private bool Ascends(LaidColumn key)
    {
        var (facts, order) = Columns[key.Field];
        return order is { Ascends: true } && (key.Column.Type.Kind == ValueKind.Text ? order.IsOfOneLength
            // A minus or zeros in front are no part of the order.
            : key.Column is { Type.Kind: ValueKind.Number, Decimals: 0 } && facts.AreCounts);
    }
}
