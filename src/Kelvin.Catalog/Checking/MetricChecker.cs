using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks metrics in an order in which each comes after those it refers to.</summary>
internal sealed class MetricChecker
{
    private readonly NameChoice<MetricDraft> _choice;
    private readonly NameChoice<DatasetDraft> _datasets;
    private readonly FaultyNames _faulty;
    private readonly WorkingScope _scope;
    private readonly IssueList _issues;
    private readonly Trouble _trouble;
    private readonly MetricVersions _versions;
    private readonly Dictionary<string, Formula> _formulas = new(StringComparer.Ordinal);
    private readonly ImmutableSortedDictionary<string, Metric>.Builder _metrics =
        ImmutableSortedDictionary.CreateBuilder<string, Metric>(StringComparer.Ordinal);

    public MetricChecker(
        NameChoice<MetricDraft> choice, NameChoice<DatasetDraft> datasets, FaultyNames faulty, WorkingScope scope,
        MetricVersions versions, IssueList issues)
    {
        (_choice, _datasets, _faulty, _scope, _versions, _issues) = (choice, datasets, faulty, scope, versions, issues);
        _trouble = new(datasets, faulty, issues);
    }

    /// <summary>The sound metrics.</summary>
    public ImmutableSortedDictionary<string, Metric> Check()
    {
        foreach (var draft in _choice.Sound.Values)
            Parse(draft);
        var order = DependencyOrder.Of(_formulas.ToDictionary(
            metric => metric.Key,
            metric => MetricLevel.NamesIn(metric.Value).Where(name => name.Parts.Length == 1)
                .Select(name => name.Parts[0]).Distinct().ToArray(),
            StringComparer.Ordinal));
        foreach (var circle in order.Circles)
            Report(circle);
        foreach (var name in order.Order.Concat(order.Behind))
            Check(_choice.Sound[name]);
        foreach (var metric in _metrics.Values.ToList())
            _metrics[metric.Name] = metric with { Drives = Drives(_choice.Sound[metric.Name]) };
        return _metrics.ToImmutable();
    }

    private void Parse(MetricDraft draft)
    {
        var parsed = FormulaParser.Parse(draft.Formula!.Source);
        _issues.AddRange(parsed.Issues);
        var where = draft.Where is null ? null : FormulaParser.Parse(draft.Where.Source);
        _issues.AddRange(where?.Issues ?? []);
        if (parsed.IsSound && where is null or { IsSound: true })
            _formulas.Add(draft.Name, where is null ? parsed.Value : Filtered(parsed.Value, where.Value!));
        else
            _faulty.Metrics.Add(draft.Name);
    }

    /// <summary>A condition of the whole metric is one around its formula.</summary>
    private static Formula.Call Filtered(Formula formula, Formula where) => new("filtered", [formula, where]) { Place = formula.Place };

    private void Check(MetricDraft draft)
    {
        var before = _issues.Errors;
        var axes = new MetricTimeAxes(_scope, _datasets, _faulty, _trouble, _issues).Of(draft);
        var metric = HasKnownDataset(draft) && Expression(draft, axes) is { } expression ? Build(draft, expression, axes) : null;
        if (metric is null || _issues.Errors > before)
        {
            _faulty.Metrics.Add(draft.Name);
            return;
        }
        metric = metric with { Version = _versions.Of(metric) };
        _metrics.Add(draft.Name, metric);
        _scope.Put(MetricSymbol.Of(draft.Name, metric.Expression, metric.Unit, _scope));
    }

    private bool HasKnownDataset(MetricDraft draft)
    {
        if (draft.Dataset is not { } dataset || _scope.Dataset(dataset.Text) is not null)
            return true;
        if (_faulty.Datasets.Contains(dataset.Text))
            _issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", dataset.Text));
        else
            _issues.Add(dataset.Place, "catalog.unknown-dataset",
                ("dataset", dataset.Text), ("nearest", NearestName.Of(dataset.Text, _scope.DatasetNames)));
        return false;
    }

    private MetricExpression? Expression(MetricDraft draft, ImmutableSortedDictionary<string, ColumnPath> axes)
    {
        var formula = _formulas[draft.Name];
        var outcome = FormulaChecker.CheckMetric(formula, new ScopeOnAxes(_scope, axes), draft.Dataset?.Text);
        if (outcome.IsSound)
            _issues.AddRange(outcome.Issues);
        else
            _trouble.Report(draft.Name, draft.Place, draft.Pack, formula, draft.Dataset?.Text, outcome.Issues);
        return outcome.Value;
    }

    private Metric? Build(MetricDraft draft, MetricExpression expression, ImmutableSortedDictionary<string, ColumnPath> axes)
    {
        var (fitted, declared) = draft.Unit is { } unit
            ? DeclaredUnit.Fit(expression, unit, _scope, _issues)
            : (expression, null);
        foreach (var events in FormulaReferences.Conversions(expression))
            if (axes.TryGetValue(events.To.Dataset, out var path) && !path.Links.IsEmpty)
                _issues.Add(draft.Place, "catalog.time-of-conversion", ("column", path), ("dataset", events.To.Dataset));
        var card = draft.Card;
        return new(draft.Name, card.Label, draft.Formula!.Text, fitted)
        {
            Declared = declared,
            Where = draft.Where?.Text,
            Time = axes,
            Question = card.Question,
            Description = card.Description,
            Department = card.Department,
            Kind = card.Kind,
            Better = card.Better,
            Grain = card.Grain,
            EmptyIsZero = card.EmptyIsZero,
            Owner = card.Owner,
            Tags = card.Tags,
            Pack = draft.Pack,
            Place = draft.Place,
            Version = "",
        };
    }

    /// <summary>An edge to nowhere is reported and left out; the metric's values do not hang on it.</summary>
    private ImmutableArray<string> Drives(MetricDraft draft)
    {
        foreach (var driven in draft.Drives)
            if (driven.Text == draft.Name)
                _issues.Add(driven.Place, "catalog.drives-itself", ("metric", driven.Text));
            else if (!_metrics.ContainsKey(driven.Text) && !_faulty.Metrics.Contains(driven.Text))
                _issues.Add(driven.Place, "catalog.unknown-driven",
                    ("metric", driven.Text), ("nearest", NearestName.Of(driven.Text, _metrics.Keys)));
        return [.. draft.Drives.Select(driven => driven.Text)
            .Where(driven => driven != draft.Name && _metrics.ContainsKey(driven)).Distinct()];
    }

    private void Report(string[] circle)
    {
        var references = circle
            .Select((name, at) => ReferenceTo(circle[(at + 1) % circle.Length], name))
            .ToList();
        foreach (var name in circle)
            _faulty.Metrics.Add(name);
        _issues.Add(references[0], "catalog.metric-cycle",
            ("cycle", string.Join(" → ", circle.Append(circle[0]))),
            ("places", string.Join(", ", references)));
    }

    private Place ReferenceTo(string metric, string from) =>
        MetricLevel.NamesIn(_formulas[from]).First(name => name.Parts[0] == metric).Place ?? _choice.Sound[from].Place;
}
