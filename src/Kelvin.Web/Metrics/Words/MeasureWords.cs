using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Formulas;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Words;

/// <summary>Says which part of a metric's formula a measure is: <c>Antal ordrar där status = 'paid'</c>.</summary>
internal static class MeasureWords
{
    public static string Of(Measure measure, MetricCatalog catalog, Reader reader)
    {
        var aggregate = measure.Aggregate;
        var dataset = catalog.Datasets[measure.Dataset];
        var words = reader.Say(
            "measure." + aggregate.Kind.ToString().ToLowerInvariant(),
            ("rows", reader.Read(dataset.Label).ToLower(reader.Culture)),
            ("value", aggregate.Value is { } value ? Value(value, dataset, reader) : ""));
        return aggregate.Where is { } where ? reader.Say("measure.where", ("measure", words), ("condition", ExpressionText.Of(where))) : words;
    }

    /// <summary>A column of the dataset by its label; anything else as a formula says it.</summary>
    private static string Value(RowExpression value, Dataset dataset, Reader reader) =>
        value is RowExpression.Column { Path.Links.IsEmpty: true } column && dataset.Find(column.Path.Column)?.Label is { } label
            ? reader.Read(label).ToLower(reader.Culture)
            : ExpressionText.Of(value);
}
