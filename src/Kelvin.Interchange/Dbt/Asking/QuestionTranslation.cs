using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Compiler;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Dbt.Referring;
using Kelvin.Interchange.Sql;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>Puts dbt's questions as ours, by the names that an import gave.</summary>
public sealed class QuestionTranslation
{
    private const string Period = "period";

    private readonly DbtImport _import;
    private readonly DbtQuestion _question;
    private readonly List<Issue> _issues = [];
    private readonly ImmutableArray<MetricPlan> _metrics;
    private readonly ImmutableArray<RowAxis> _axes;
    private readonly ConditionNames _names;
    private readonly List<string> _grains = [];
    private readonly List<string> _by = [];
    private readonly List<(string Column, string DbtName)> _columns = [];
    private readonly List<(int At, string Grain)> _periods = [];
    private bool _showsTime;

    private QuestionTranslation(DbtImport import, DbtQuestion question)
    {
        (_import, _question) = (import, question);
        var metrics = ImmutableArray.CreateBuilder<MetricPlan>();
        foreach (var name in question.Metrics)
            if (import.Metric(name) is { } metric)
                metrics.Add(metric);
            else
                Report("interchange.question-metric", ("metric", name));
        _metrics = metrics.ToImmutable();
        _axes = question.Metrics.IsEmpty ? CombinationRows.Of(import, question) : [.. _metrics.SelectMany(metric => metric.Axes).Distinct()];
        _names = new ConditionNames(_axes, import.Grains, isQuestion: true) { IsQualified = question.Metrics.IsEmpty, Metric = import.Metric, Days = import.Days };
    }

    /// <summary>The question as one of ours, or why it cannot be.</summary>
    public static Checked<AskedOfDbt> Of(DbtImport import, DbtQuestion question) =>
        TimeBeside.Split(import, question) is var (time, rest)
            ? Of(import, time).Then(asked => Of(import, rest).Then(beside => Checked<AskedOfDbt>.Sound(asked with { Beside = beside })))
            : new QuestionTranslation(import, question).Translate();

    private Checked<AskedOfDbt> Translate()
    {
        foreach (var grouping in _question.GroupBy.TakeWhile(_ => _issues.Count == 0))
            Group(grouping);
        // That there are rows at all is asked with a value that is the same for each.
        if (_question.Metrics.IsEmpty && _question.GroupBy.IsEmpty)
            _by.Add("true as any_row");
        var where = Where();
        foreach (var unknown in _grains.Where(name => Find(name) is null))
            Report("interchange.question-grain", ("grain", unknown));
        var order = Order();
        if (_issues.Count > 0)
            return Checked<AskedOfDbt>.Faulty([.. _issues]);
        if (_grains.Count > 1)
            foreach (var (at, grain) in _periods)
                _columns[at] = _columns[at] with { Column = Find(grain)!.Name };
        foreach (var metric in _question.Metrics)
            _columns.Add((metric, metric));
        return Checked<AskedOfDbt>.Sound(new AskedOfDbt(
            new MetricQuery
            {
                Metrics = [.. _metrics.Select(Asked)],
                Grain = _grains.Count == 0 ? null : Find(_grains[0]),
                FurtherGrains = [.. _grains.Skip(1).Select(Find).OfType<Grain>()],
                Range = Range(),
                By = [.. _by],
                Where = where,
                Fill = _grains.Count > 0 && _by.Count == 0 && _metrics.Any(metric => metric.JoinsToTimeSpine),
                Unlinked = _metrics.IsEmpty,
                Order = order,
                Limit = _question.Limit,
            },
            [.. _columns]));
    }

    private void Group(DbtGrouping grouping)
    {
        var path = DbtPath.Parse(grouping.Name, _import.Grains);
        path = path with { Grain = grouping.Grain ?? path.Grain, DatePart = grouping.DatePart ?? path.DatePart };
        // Without metrics every time is a value like any other.
        var isOnAxis = !_question.Metrics.IsEmpty && (path.IsMetricTime || _names.IsAxis(path));
        _showsTime |= isOnAxis;
        if (isOnAxis && path.DatePart is null)
        {
            var grain = path.Grain ?? (path.IsMetricTime ? DefaultGrain() : _axes.Select(axis => TimeFormulas.DefaultOf(axis.Granularity)).Aggregate(TimeFormulas.Coarser));
            if (!_grains.Contains(grain))
                _grains.Add(grain);
            _columns.Add((Period, (path with { Grain = grain }).Column));
            _periods.Add((_columns.Count - 1, grain));
            return;
        }
        if (_names.Element(path) is not { } value)
        {
            Report("interchange.question-name", ("name", grouping.Name));
            return;
        }
        var name = WithGrain(path).Column;
        if (_columns.Exists(column => column.DbtName == name))
            return;
        _by.Add($"{FormulaPrinter.Print(value.Formula)} as {name}");
        _columns.Add((name, name));
    }

    /// <summary>dbt writes the grain into the names of times, asked for or not.</summary>
    private DbtPath WithGrain(DbtPath path)
    {
        if (path.Grain is not null || path.DatePart is not null)
            return path;
        if (path.IsMetricTime)
            return path with { Grain = DefaultGrain() };
        var route = SharedNames.Find([.. _axes.Select(axis => axis.Rows)], path)?.Route;
        return route?.Dimension is { IsTime: true } dimension ? path with { Grain = TimeFormulas.DefaultOf(dimension.Granularity) } : path;
    }

    private string DefaultGrain() => _metrics.Select(metric => metric.Grain).DefaultIfEmpty("day").Aggregate(TimeFormulas.Coarser);

    private string? Where()
    {
        Formula? condition = null;
        foreach (var written in _question.Where)
        {
            var (value, obstacle) = SqlTranslation.Of(written, _names);
            if (value is null)
                Report("interchange.question-where", ("where", written), ("obstacle", obstacle));
            else
                condition = Translating.AggregateTranslation.Both(condition, value.Formula);
        }
        return condition is null ? null : FormulaPrinter.Print(condition);
    }

    /// <summary>
    /// The range, widened to whole periods of the finest grain, as dbt does; else the time spine's, where dbt joins one: a period by
    /// itself is whole, several grains cut each other within the spine.
    /// </summary>
    private string Range()
    {
        if ((_question.Range ?? Spine()) is not var (first, last))
            return "all";
        if ((_question.Range is not null ? _grains.Count > 0 : _grains.Count == 1) && Find(_grains.Aggregate(TimeFormulas.Finer)) is { } grain && !grain.IsWithinDay)
        {
            var calendar = Calendar.Gregorian(TimeZoneInfo.Utc);
            first = calendar.PeriodOf(grain, first).FirstDay;
            last = calendar.PeriodOf(grain, last).LastDay;
        }
        return FormattableString.Invariant($"{first:yyyy-MM-dd}..{last:yyyy-MM-dd}");
    }

    /// <summary>Metrics that see other times than their own are joined to the coarsest spine that tells the asked periods apart.</summary>
    private (DateOnly First, DateOnly Last)? Spine()
    {
        if (!_metrics.Any(metric => metric.SeesOtherTimes || metric.JoinsToTimeSpine) || !_showsTime)
            return null;
        var finest = _metrics.SelectMany(metric => metric.Axes).Select(axis => axis.Granularity).Concat(_grains).Aggregate(TimeFormulas.Finer);
        return _question.Spines.Keys.Where(spine => TimeFormulas.Finer(spine, finest) == spine).OrderByDescending(spine => spine, TimeFormulas.ByLength)
            .Select(spine => ((DateOnly, DateOnly)?)_question.Spines[spine]).FirstOrDefault();
    }

    private ImmutableArray<SortKey> Order()
    {
        var keys = ImmutableArray.CreateBuilder<SortKey>();
        foreach (var written in _question.OrderBy)
        {
            var name = written.TrimStart('-');
            var isDescending = written.StartsWith('-');
            if (_question.Metrics.Contains(name))
                keys.Add(new SortKey(name, isDescending));
            else if (_columns.Where(column => column.DbtName == name || column.DbtName.StartsWith(name + "__", StringComparison.Ordinal)).Select(column => column.Column).FirstOrDefault() is { } found)
                keys.Add(new SortKey(found, isDescending));
            else
                Report("interchange.question-order", ("name", name));
        }
        return keys.ToImmutable();
    }

    /// <summary>Without a time nothing accumulates: what is left is the measure over the whole range.</summary>
    private string Asked(MetricPlan metric) => _grains.Count == 0 && metric.Timeless is { } timeless ? $"{timeless} as {metric.Name}" : metric.Name;

    private Grain? Find(string name)
    {
        if (Grain.Standard.FirstOrDefault(grain => grain.Name == name) is { } standard)
            return standard;
        return _import.Project.Spines.SelectMany(spine => spine.CustomGrains).Any(grain => grain.Name == name) ? Grain.Named(DefinitionNames.Fit(name)) : null;
    }

    private void Report(string code, params ReadOnlySpan<(string, object?)> arguments) => _issues.Add(Issue.At(null, code, arguments));
}
