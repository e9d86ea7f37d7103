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

    /// <summary>The metric whose value is meant where a condition names one; itself unless it is told otherwise.</summary>
    public Func<string, string> AsValue { get; init; } = name => name;

    /// <summary>What a name of dbt's means here, or null.</summary>
    public SqlValue? Element(DbtPath path)
    {
        if (path.IsMetricTime)
            return OnAxis(path);
        if (SharedNames.Find([.. axes.Select(axis => axis.Rows)], path) is not var (name, route))
            return null;
        if (IsQualified)
            name = new Formula.Name([route.From.Name, .. name.Parts]);
        if (route.Dimension is not { IsTime: true } dimension)
            return new SqlValue(name, route.Column.Kind);
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
        var kind = axes.All(axis => axis.Column!.Kind == ValueKind.Date) ? ValueKind.Date : ValueKind.Timestamp;
        var grain = path.Grain ?? axes.Select(axis => TimeFormulas.DefaultOf(axis.Granularity)).Aggregate(TimeFormulas.Coarser);
        Formula time = isQuestion ? new Formula.Name([Time]) : new Formula.Name([axes[0].Column!.Name]);
        return TimeFormulas.Of(time, kind, grain, path.DatePart);
    }

    /// <summary>A metric's value for what a row leads to: dbt joins by the entity at the end of the name, however the metric gets there.</summary>
    private SqlValue? Value(DbtReference.Metric metric) =>
        metric.By is [var by] && SharedNames.Find([.. axes.Select(axis => axis.Rows)], new DbtPath([], DbtPath.Parse(by, grains).Element)) is var (name, _)
            ? SqlValue.Number(new Formula.MetricOf(new Formula.Name([AsValue(metric.Name)]), IsQualified ? new Formula.Name([axes[0].Rows.Name, .. name.Parts]) : name))
            : null;
}
