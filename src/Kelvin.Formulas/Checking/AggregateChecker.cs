using Kelvin.Formulas.Checking.Rows;
using Kelvin.Formulas.Checking.Units;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking;

/// <summary>Checks calls that turn rows into one value.</summary>
/// <param name="findings">Where issues go.</param>
/// <param name="defaultDataset">The dataset of names without one, or null.</param>
internal sealed class AggregateChecker(Findings findings, string? defaultDataset)
{
    private readonly AggregatedRows _rows = new(findings, defaultDataset);

    public CheckedAggregate? Check(Formula.Call call)
    {
        var kind = FunctionNames.Aggregate(call.Function);
        var count = kind is AggregateKind.Percentile or AggregateKind.Share ? 2 : 1;
        if (!Arity.Holds(findings, call, count, kind == AggregateKind.Percentile && IsDiscrete(call) ? 3 : count))
            return null;
        var namesRows = kind is AggregateKind.Count or AggregateKind.Share;
        if ((namesRows ? _rows.OfName(call) : _rows.OfValue(call)) is not { } rows)
            return null;
        var checker = new RowChecker(findings, rows, call.Function);
        var where = call.Where is null ? null : checker.Condition(call.Where);
        var value = kind switch
        {
            AggregateKind.Count => null,
            AggregateKind.Share => checker.Condition(call.Arguments[1]),
            _ => checker.Check(call.Arguments[0]),
        };
        var fraction = kind == AggregateKind.Percentile ? Fraction(call.Arguments[1]) : null;
        if ((where is null && call.Where is not null) || (value is null && kind != AggregateKind.Count) || (fraction is null && kind == AggregateKind.Percentile))
            return null;
        if (value is not null && kind is not AggregateKind.Distinct && value.Type.Unit.IsByCurrency)
        {
            ByCurrency.ReportAggregate(findings, call, value);
            return null;
        }
        return TypeOf(kind, call, rows, value) is { } type
            ? new CheckedAggregate(new MetricExpression.Aggregate(IsDiscrete(call) ? AggregateKind.PercentileDiscrete : kind, rows.Name, value, where, fraction, type.Unit), type)
            : null;
    }

    /// <summary>Whether a percentile is to be a value that occurs.</summary>
    private static bool IsDiscrete(Formula.Call call) => call.Arguments is [_, _, Formula.Name { Parts: ["discrete"] }];

    private DataType? TypeOf(AggregateKind kind, Formula.Call call, DatasetSymbol rows, RowExpression? value)
    {
        switch (kind)
        {
            case AggregateKind.Count:
                return DataType.Number(rows.Item);
            case AggregateKind.Share:
                return DataType.Number(Unit.Share);
            case AggregateKind.Distinct:
                return DataType.Number(CountedThing(rows, call.Arguments[0], value!));
            case AggregateKind.Min or AggregateKind.Max when value!.Type.Kind != ValueKind.Boolean:
            case AggregateKind.First or AggregateKind.Last:
            case var _ when value!.Type.Kind == ValueKind.Number:
                return value!.Type;
            default:
                ReportNotNumber(call, value);
                return null;
        }
    }

    /// <summary>
    /// What is counted when different values of a column are: the dataset that a link leads to or that a key names;
    /// for any other column a thing of the column's own name, and for an expression a plain number.
    /// </summary>
    private Unit CountedThing(DatasetSymbol rows, Formula written, RowExpression value)
    {
        if (written is not Formula.Name name || value is not RowExpression.Column || new NameResolution(findings, rows, null).Resolve(name) is not { } found)
            return Unit.None;
        if (found.Column.LinksTo is { } target && findings.Scope.Dataset(target) is { } linked)
            return linked.Item;
        return found.Dataset.Key is [var key] && key == found.Column.Name ? found.Dataset.Item : Unit.Item(found.Column.Name);
    }

    private decimal? Fraction(Formula written)
    {
        var fraction = written switch
        {
            Formula.Number { Unit: null } number => number.Value,
            Formula.Number { Unit: "%" } number => number.Value / 100,
            _ => (decimal?)null,
        };
        if (fraction is >= 0 and <= 1)
            return fraction;
        findings.Report(written, "formula.fraction", ("written", Written.Of(written)), ("percent", fraction is > 1 and <= 100 ? $"{Written.Of(written)} %" : null));
        return null;
    }

    private void ReportNotNumber(Formula.Call call, RowExpression value)
    {
        var isCondition = value.Type.Kind == ValueKind.Boolean;
        var rows = defaultDataset ?? (WrittenNames.In(call.Arguments[0]).FirstOrDefault() is { Parts: [var first, _, ..] } ? first : null);
        var condition = rows is not null && isCondition ? $"{rows} where {Written.Of(call.Arguments[0])}" : null;
        findings.Report(
            call.Arguments[0], "formula.aggregate-kind",
            ("function", call.Function), ("written", Written.Of(call.Arguments[0])), ("type", new TypeInWords(value.Type)),
            ("condition", condition), ("signature", new SignatureInWords(call.Function)));
    }
}
