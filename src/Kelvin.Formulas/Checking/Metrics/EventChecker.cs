using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Formulas.Checking.Rows;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;
using Kelvin.Quantities;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Checks conversion, conversions and retained.</summary>
internal sealed class EventChecker(Findings findings, string? defaultDataset)
{
    private readonly TimeWindows _windows = new(findings);
    private readonly AggregatedRows _rows = new(findings, defaultDataset);

    /// <summary>The share of values that come back, or null.</summary>
    public MetricExpression? Check(Formula.Call retained)
    {
        if (!Arity.Holds(findings, retained, 2, 2) || _rows.OfValue(retained) is not { } rows)
            return null;
        var checker = new RowChecker(findings, rows, retained.Function);
        var value = checker.Check(retained.Arguments[0]);
        var where = retained.Where is null ? null : checker.Condition(retained.Where);
        return value is not null && (where is not null || retained.Where is null) && _windows.Read(retained) is TimeWindow.Prior { By: var before }
            ? new MetricExpression.Retained(rows.Name, value, where, before, Unit.Share)
            : null;
    }

    /// <summary>The conversions, or null.</summary>
    public MetricExpression? Check(Formula.Conversion written)
    {
        var (from, to) = (Rows(written, written.From), Rows(written, written.To));
        if (from is not { } first || to is not { } second)
            return null;
        var same = written.By.Concat(written.Matching).Select(pair => Pair(pair, first.Symbol, second.Symbol)).ToImmutableArray();
        var isDaily = first.Symbol.Find(first.Rows.Time)!.Type.Kind == ValueKind.Date;
        if (first.Symbol.Find(first.Rows.Time)!.Type.Kind != second.Symbol.Find(second.Rows.Time)!.Type.Kind)
        {
            findings.Report(written, "formula.conversion-times", ("from", $"{first.Symbol.Name}.{first.Rows.Time}"), ("to", $"{second.Symbol.Name}.{second.Rows.Time}"));
            return null;
        }
        var within = written.Within is null ? null : Within(written.Within, isDaily);
        if (same.Contains(null) || (within is null && written.Within is not null))
            return null;
        var isShare = written.Function == "conversion";
        return new MetricExpression.Conversion(
            isShare, first.Rows, second.Rows, [.. same.Select(pair => pair!.Value)], within, isShare ? Unit.Share : second.Symbol.Item);
    }

    private (DatasetSymbol Symbol, MetricExpression.EventRows Rows)? Rows(Formula.Conversion conversion, Formula.EventRows written)
    {
        if (written.Dataset.Parts is not [var name] || findings.Scope.Dataset(name) is not { } dataset)
        {
            findings.Report(
                written.Dataset, "formula.unknown-dataset", ("function", conversion.Function), ("name", Written.Of(written.Dataset)),
                ("nearest", Written.Nearest(written.Dataset.Parts[0], findings.Scope.DatasetNames)), ("datasets", Alternatives.All(findings.Scope.DatasetNames)));
            return null;
        }
        var where = written.Where is null ? null : new RowChecker(findings, dataset, conversion.Function).Condition(written.Where);
        if (dataset.Time is null)
            findings.Report(written.Dataset, "formula.conversion-without-time", ("dataset", name));
        return dataset.Time is { } time && (where is not null || written.Where is null)
            ? (dataset, new MetricExpression.EventRows(name, time, where))
            : null;
    }

    private MetricExpression.ColumnPair? Pair(Formula.ColumnPair written, DatasetSymbol from, DatasetSymbol to)
    {
        var (left, right) = (Column(written.From, from), Column(written.To, to));
        if (left is null || right is null)
            return null;
        if (left.Type.Kind == right.Type.Kind)
            return new MetricExpression.ColumnPair(left.Name, right.Name);
        findings.Report(
            written.To, "formula.kind-mismatch", ("left", Written.Of(written.From)), ("leftType", new TypeInWords(left.Type)),
            ("right", Written.Of(written.To)), ("rightType", new TypeInWords(right.Type)), ("date", null));
        return null;
    }

    private ColumnSymbol? Column(Formula.Name name, DatasetSymbol rows)
    {
        if (new NameResolution(findings, rows, null).Resolve(name) is not { } found)
            return null;
        if (found.Path.Links.IsEmpty)
            return found.Column;
        findings.Report(name, "formula.event-over-link", ("written", Written.Of(name)), ("dataset", rows.Name));
        return null;
    }

    /// <summary>Only lengths that are fixed; days or longer where events know only their day.</summary>
    private CalendarSpan? Within(Formula.Number written, bool isDaily)
    {
        Grain? step = written.Unit switch
        {
            "minute" or "minutes" when !isDaily => Grain.Minute,
            "hour" or "hours" when !isDaily => Grain.Hour,
            "day" or "days" => Grain.Day,
            "week" or "weeks" => Grain.Week,
            _ => null,
        };
        if (step is { } grain && written.Value is >= 1 and <= 1_000_000 && written.Value == decimal.Truncate(written.Value))
            return new CalendarSpan((int)written.Value, grain);
        findings.Report(written, "formula.within-length", ("written", Written.Of(written)));
        return null;
    }
}
