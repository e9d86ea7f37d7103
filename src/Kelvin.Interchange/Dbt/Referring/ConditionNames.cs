using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>What the names in a filter mean for the rows of some datasets.</summary>
/// <param name="axes">The datasets whose rows are filtered, each with its time.</param>
/// <param name="grains">Every grain that a name may end in.</param>
/// <param name="isQuestion">
/// Whether the filter belongs to a question, in which <c>time</c> is each measure's own axis; else to one measure, whose axis is a column.
/// </param>
internal sealed class ConditionNames(IReadOnlyList<RowAxis> axes, IReadOnlySet<string> grains, bool isQuestion) : ISqlNames
{
    private readonly RepeatedKeys _repeated = new();

    /// <summary>What dbt calls <c>metric_time</c>, in a question.</summary>
    public const string Time = "time";

    /// <summary>Whether names are written with the dataset before them, as where nothing else says which rows are meant.</summary>
    public bool IsQualified { get; init; }

    /// <inheritdoc />
    public SqlValue? Column(string name) => Element(DbtPath.Parse(name, grains));

    /// <inheritdoc />
    public SqlValue? Reference(string written) => DbtReference.Read(written, grains) switch
    {
        DbtReference.Element element => Element(element.Path),
        DbtReference.Metric metric => Value(metric),
        _ => null,
    };

    /// <summary>The days whose columns name the company's own periods; null where a project has none.</summary>
    public DatasetPlan? Days { get; init; }

    /// <summary>What has become of a metric that a condition names.</summary>
    public Func<string, MetricPlan?> Metric { get; init; } = _ => null;

    /// <summary>What a name of dbt's means here, or null.</summary>
    public SqlValue? Element(DbtPath path)
    {
        if (path.IsMetricTime)
            return OnAxis(path);
        if (SharedNames.Find([.. axes.Select(axis => axis.Rows)], path) is not var (name, route))
            return null;
        if (name.Equals(route.Path))
            name = _repeated.Of(route).Path;
        if (IsQualified)
            name = new Formula.Name([route.From.Name, .. name.Parts]);
        if (route.Dimension is not { IsTime: true } dimension)
            return new SqlValue(name, route.Column.Kind);
        if (path is { Grain: { } grain, DatePart: null } && TimeFormulas.IsCompanys(grain))
            return !IsAxis(path) ? Named(name, route.To, route.Column, grain) : OnAxis(path);
        return !IsQualified && IsAxis(path)
            ? OnAxis(path)
            : TimeFormulas.Of(name, route.Column.Kind, path.Grain ?? TimeFormulas.DefaultOf(dimension.Granularity), path.DatePart);
    }

    /// <summary>Whether a name is that of the axis itself in every dataset.</summary>
    public bool IsAxis(DbtPath path) =>
        axes.Count > 0 && axes.All(axis => Routes.Find(axis.Rows, path) is [{ Hops.IsEmpty: true } route, ..] && route.Column == axis.Column);

    private SqlValue? OnAxis(DbtPath path)
    {
        if (axes.Count == 0 || axes.Any(axis => axis.Column is null))
            return null;
        var isEachs = isQuestion && !IsQualified;
        Formula time = isEachs ? new Formula.Name([Time]) : ColumnOf(axes[0]);
        if (path is { Grain: { } own, DatePart: null } && TimeFormulas.IsCompanys(own))
            return (isEachs ? null : Named(ColumnOf(axes[0]), axes[0].Rows, axes[0].Column!, own))
                ?? (Days?.ColumnOf(own) is { } name ? NameOfPeriod(time, own, name) : null);
        var kind = axes.All(axis => axis.Column!.Kind == ValueKind.Date) ? ValueKind.Date : ValueKind.Timestamp;
        var grain = path.Grain ?? axes.Select(axis => TimeFormulas.DefaultOf(axis.Granularity)).Aggregate(TimeFormulas.Coarser);
        return TimeFormulas.Of(time, kind, grain, path.DatePart);
    }

    /// <summary>What the calendar that the days list calls a period: it follows the time asked about where a metric looks back.</summary>
    private static SqlValue NameOfPeriod(Formula time, string grain, ColumnPlan name) =>
        new(new Formula.Call("period_name", [time, new Formula.Name([DefinitionNames.Fit(grain)])]), ValueKind.Text) { IsWrittenDay = name.Kind == ValueKind.Date };

    private Formula.Name ColumnOf(RowAxis axis) => new(IsQualified ? [axis.Rows.Name, axis.Column!.Name] : [axis.Column!.Name]);

    /// <summary>The name of the company's own period in which a day lies, which the row of that day has; null where nothing leads there.</summary>
    private static SqlValue? Named(Formula.Name day, DatasetPlan rows, ColumnPlan column, string grain) =>
        rows.Links.Find(link => link.To.Model.IsTimeSpine && link.On[0].Here == column.Name) is { } link && link.To.ColumnOf(grain) is { } name
            ? new SqlValue(new Formula.Name([.. day.Parts[..^1], link.Name, name.Name]), name.Kind)
            : null;

    /// <summary>
    /// A metric's value for what a row leads to: dbt joins by the entity at the end of the name, however the metric gets there. Where
    /// the entity is a column with several links, the way is one to a dataset that the metric's rows have a link to as well.
    /// </summary>
    private SqlValue? Value(DbtReference.Metric reference)
    {
        if (reference.By is not [var by] || Metric(reference.Name) is not { } metric)
            return null;
        var entity = DbtPath.Parse(by, grains).Element;
        if (SharedNames.Find([.. axes.Select(axis => axis.Rows)], new DbtPath([], entity)) is not var (name, route))
            return null;
        var common = route.To.Links.Find(link => link.Entity == entity && !link.IsColumn && link is { Again: 0, Onward.IsEmpty: true } && metric.Axes.All(axis => axis.Rows.Links.Exists(other => other.Entity == entity && other.To == link.To)));
        if (common is not null)
            name = new Formula.Name([.. name.Parts[..^1], common.Name]);
        if (IsQualified)
            name = new Formula.Name([axes[0].Rows.Name, .. name.Parts]);
        return SqlValue.Number(new Formula.MetricOf(new Formula.Name([metric.WholeName ?? metric.Name]), name));
    }
}
