using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Ranges;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Turns what the checks of a dataset say into expressions of the formula language.</summary>
internal sealed class CheckSubjects(Dataset dataset, IFormulaScope scope, Calendar calendar, IssueList issues)
{
    /// <summary>How much is looked at where periods are and nothing else is said.</summary>
    private const string LastPeriods = "last 30 days";

    /// <summary>What a check is about, or null with issues.</summary>
    public CheckSubject? Of(CheckDraft draft) => draft.Kind switch
    {
        CheckKind.Check => Condition(draft),
        CheckKind.Holds => Parse(draft.Subject[0]) is { } formula ? Rows(draft, RowCheckKind.Holds, formula) : null,
        CheckKind.Missing => Column(draft.Subject[0]) is { } column ? Rows(draft, RowCheckKind.Missing, Known([column.Name])) : null,
        CheckKind.Linked => Link(draft.Subject[0]) is { } path ? Rows(draft, RowCheckKind.Linked, LinkHolds(path)) : null,
        CheckKind.Unique => Unique(draft),
        CheckKind.Complete => Complete(draft),
        CheckKind.Usual => Usual(draft),
        _ => Shift(draft),
    };

    private CheckSubject.Condition? Condition(CheckDraft draft)
    {
        if (Parse(draft.Subject[0]) is not { } formula || Slices(draft, draft.Grain is null ? "all" : LastPeriods) is not { } slices)
            return null;
        (Formula, ImmutableArray<Formula>)? compared = formula switch
        {
            Formula.Binary { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } binary => (binary.Left, [binary.Right]),
            Formula.Between between => (between.Value, [between.Low, between.High]),
            _ => null,
        };
        if (compared is not var (measured, bounds))
        {
            issues.Add(draft.Place, "trust.no-comparison", ("written", draft.Subject[0].Text.Trim()));
            return null;
        }
        // The condition first: what is wrong with a side is wrong with it.
        if (Metric(new Formula.Case([new Formula.CaseBranch(formula, new Formula.Number(1))], new Formula.Number(0))) is not { } holds)
            return null;
        return Metric(measured) is { } value && bounds.Select(Metric).ToImmutableArray() is var limits && !limits.Contains(null)
            ? new CheckSubject.Condition(FormulaPrinter.Print(formula), value, [.. limits.OfType<MetricExpression>()], holds, slices)
            : null;
    }

    private CheckSubject.Rows? Rows(CheckDraft draft, RowCheckKind kind, Formula holds)
    {
        if (Over(draft, "all") is not { } over)
            return null;
        var all = Counting(null);
        // As a filter of rows first, so that what is wrong is said of what was written.
        var row = FormulaChecker.CheckRow(holds, scope.Dataset(dataset.Name)!, scope);
        if (!row.IsSound)
        {
            issues.AddRange(row.Issues);
            return null;
        }
        return Metric(Counting(new Formula.Unary(UnaryOperator.Not, holds))) is { } failing && Metric(all) is { } rows
            ? new CheckSubject.Rows(FormulaPrinter.Print(holds), kind, failing, rows, draft.Allowed, over) { Column = kind == RowCheckKind.Holds ? null : draft.Subject[0].Text }
            : null;
    }

    private CheckSubject.Unique? Unique(CheckDraft draft)
    {
        var columns = draft.Subject.Select(Column).ToList();
        var computed = draft.Subject.Zip(columns).FirstOrDefault(pair => pair.Second is { IsStored: false });
        if (computed.First is not null)
            issues.Add(computed.First.Place, "trust.unique-computed", ("column", computed.First.Text));
        return columns.Contains(null) || computed.First is not null ? null : new CheckSubject.Unique([.. columns.Select(column => column!.Name)]);
    }

    private CheckSubject.Complete? Complete(CheckDraft draft) =>
        Slices(draft, LastPeriods) is { } slices && Metric(Counting(null)) is { } count ? new CheckSubject.Complete(count, slices, draft.OnlyWorkingDays) : null;

    private CheckSubject.Usual? Usual(CheckDraft draft) =>
        HasTime(draft.Per!, "usual") && Parse(draft.Subject[0]) is { } formula && Metric(formula) is { } measured
            ? new CheckSubject.Usual(FormulaPrinter.Print(formula), measured, draft.Grain!, draft.Bound)
            : null;

    private CheckSubject.Shift? Shift(CheckDraft draft)
    {
        if (Column(draft.Subject[0]) is not { } column || !HasTime(draft.Subject[0], "shift"))
            return null;
        if (column.Type.Kind is ValueKind.Number or ValueKind.Text or ValueKind.Boolean)
            return new CheckSubject.Shift(column.Name, draft.Days, draft.Bound);
        issues.Add(draft.Place, "trust.shift-kind", ("column", column.Name));
        return null;
    }

    private CheckSlices? Slices(CheckDraft draft, string otherwise)
    {
        if (draft.Grain is not null && !HasTime(draft.Per!, "per") || Over(draft, otherwise) is not { } over)
            return null;
        var before = issues.Errors;
        foreach (var by in draft.By)
            if (Parse(by) is { } formula)
                issues.AddRange(FormulaChecker.CheckRow(formula, scope.Dataset(dataset.Name)!, scope).Issues);
        return issues.Errors > before ? null : new CheckSlices(draft.Grain, [.. draft.By.Select(by => by.Text.Trim())], over);
    }

    private string? Over(CheckDraft draft, string otherwise)
    {
        if (draft.Over is not { } written)
            return otherwise;
        if (!HasTime(written, "over"))
            return null;
        if (RangeText.Parse(written.Text, calendar) is { IsSound: false } wrong)
        {
            issues.AddRange(wrong.Issues.Select(issue => issue with { Place = written.Place }));
            return null;
        }
        return written.Text.Trim();
    }

    private bool HasTime(YamlNode.Scalar written, string key)
    {
        if (dataset.Time is null)
            issues.Add(written.Place, "trust.without-time", ("dataset", dataset.Name), ("key", key));
        return dataset.Time is not null;
    }

    private Column? Column(YamlNode.Scalar name)
    {
        if (dataset.Find(name.Text) is { } column)
            return column;
        issues.Add(name.Place, "catalog.unknown-column", ("column", name.Text), ("dataset", dataset.Name),
            ("nearest", NearestName.Of(name.Text, dataset.Columns.Select(known => known.Name))));
        return null;
    }

    /// <summary>The columns from which a link starts, and the name of the link with a column of its other end.</summary>
    private (ImmutableArray<string> From, ImmutableArray<string> To)? Link(YamlNode.Scalar name)
    {
        if (dataset.Links.FirstOrDefault(link => link.Name == name.Text) is { } link)
            return ([.. link.On.Select(pair => pair.Here)], [link.Name, link.On[0].There]);
        if (Column(name) is not { } column)
            return null;
        if (column.LinksTo is { } target && scope.Dataset(target)?.Key is [var key])
            return ([column.Name], [column.Name, key]);
        issues.Add(name.Place, "trust.no-link", ("column", name.Text));
        return null;
    }

    /// <summary>Where what it starts from is there, its other end is too.</summary>
    private static Formula LinkHolds((ImmutableArray<string> From, ImmutableArray<string> To) link) => link.From
        .Select(column => (Formula)new Formula.Presence(new Formula.Name([column]), IsKnown: false))
        .Append(Known(link.To)).Aggregate((one, other) => new Formula.Binary(BinaryOperator.Or, one, other));

    private static Formula.Presence Known(ImmutableArray<string> path) => new(new Formula.Name(path), IsKnown: true);

    private Formula.Call Counting(Formula? where) => new("count", [new Formula.Name([dataset.Name])], where);

    private Formula? Parse(YamlNode.Scalar written)
    {
        var parsed = FormulaParser.Parse(new FormulaText(written, 0).Source);
        issues.AddRange(parsed.Issues);
        return parsed.Value;
    }

    private MetricExpression? Metric(Formula formula)
    {
        var outcome = FormulaChecker.CheckMetric(formula, scope, dataset.Name);
        issues.AddRange(outcome.Issues);
        return outcome.Value;
    }
}
