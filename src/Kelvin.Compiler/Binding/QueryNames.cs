using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Compiler.Binding;

/// <summary>Resolves the dimensions and conditions of a question in everything that it reads.</summary>
internal sealed class QueryNames(MetricCatalog catalog)
{
    /// <summary>What a question calls the column that places a measure's rows in time, whichever that is.</summary>
    private const string Time = "time";

    private readonly CatalogScope _scope = new(catalog);

    /// <summary>
    /// The dimension that a formula means, or null with issues. Sources share a dimension when the formula leads each of
    /// them to values of the same kind; one that lacks it would repeat its totals, and so is an issue.
    /// </summary>
    public BoundDimension? Dimension(string written, ImmutableArray<RowSource> sources, ImmutableArray<Issue>.Builder issues)
    {
        var (text, name) = NamedFormula.Read(written);
        var parsed = FormulaParser.Parse(text);
        var outcomes = sources.Select(source => (Source: source, Value: parsed.Then(formula => In(source, formula)))).ToList();
        var found = outcomes.Where(one => one.Value.IsSound).ToList();
        var lacking = outcomes.FirstOrDefault(one => !one.Value.IsSound);
        if (found.Count == 0)
            issues.AddRange(parsed.IsSound ? outcomes.Take(1).SelectMany(one => one.Value.Issues) : parsed.Issues);
        else if (lacking.Source is not null)
            issues.Add(Issue.At(null, "query.dimension-not-shared", ("name", name), ("lacking", lacking.Source.Dataset), ("having", found[0].Source.Dataset)));
        else if (found.FirstOrDefault(one => one.Value.Value!.Type.Kind != found[0].Value.Value!.Type.Kind) is { Source: not null } other)
            issues.Add(Issue.At(null, "query.dimension-kinds-differ", ("name", name), ("one", found[0].Source.Dataset), ("other", other.Source.Dataset)));
        else
            return new BoundDimension(name, found[0].Value.Value!.Type, LabelOf(name, found[0].Source, found[0].Value.Value!),
                found.ToImmutableDictionary(one => one.Source, one => one.Value.Value!));
        return null;
    }

    /// <summary>A condition on the rows of a source, or null with issues.</summary>
    public RowExpression? Condition(string text, RowSource source, ImmutableArray<Issue>.Builder issues)
    {
        var outcome = FormulaParser.Parse(text).Then(formula => In(source, formula));
        issues.AddRange(outcome.Issues.Where(issue => issue.Severity == Severity.Error && !issues.Contains(issue)));
        if (outcome.Value is { } expression && expression.Type.Kind != ValueKind.Boolean)
        {
            issues.Add(Issue.At(null, "query.condition-not-boolean", ("condition", text)));
            return null;
        }
        return outcome.Value;
    }

    /// <summary>A formula as it reads in a row of a source, where <c>time</c> is the source's axis unless a column is called so.</summary>
    private Checked<RowExpression> In(RowSource source, Formula formula)
    {
        var rows = _scope.Dataset(source.Dataset)!;
        if (source.Axis is not { } axis || rows.Find(Time) is not null)
            return FormulaChecker.CheckRow(formula, rows, _scope);
        var type = axis.IsInstant ? DataType.Timestamp : DataType.Date;
        var symbol = ColumnPath.Own(Time);
        return FormulaChecker.CheckRow(formula, rows with { Columns = rows.Columns.Add(new ColumnSymbol(Time, type)) }, _scope)
            .Then(expression => Checked<RowExpression>.Sound(expression.Replace(part =>
                part is RowExpression.Column { Path: var path } && path == symbol ? new RowExpression.Column(axis.Path, type) : null)));
    }

    private LocalText LabelOf(string name, RowSource source, RowExpression value) =>
        value is RowExpression.Column column
            ? catalog.Follow(catalog.Datasets[source.Dataset], column.Path.Links).Find(column.Path.Column)?.Label ?? LocalText.Same(name)
            : LocalText.Same(name);
}
