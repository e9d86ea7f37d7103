using System.Text.RegularExpressions;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Sql;
using Kelvin.Interchange.Tables;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Planning;

/// <summary>
/// Works out a dataset's columns. A column of the table is stored once, under the name of the entity or dimension that it holds, so
/// that <c>listing</c> means the same in every dataset; a second name for it, and every expression, is computed.
/// </summary>
internal sealed partial class ColumnPlanner(DatasetPlan plan, WarehouseTable? table, ICollection<Issue> issues) : ISqlNames
{
    private readonly List<string> _assumed = [];

    /// <summary>Adds the columns that entities, dimensions and measures need.</summary>
    public void Plan()
    {
        var model = plan.Model;
        foreach (var entity in model.Entities)
            Element(entity.Name, entity.Expression, entity.Label, entity.Place);
        foreach (var dimension in model.Dimensions)
            Element(dimension.Name, dimension.Expression, dimension.Label ?? dimension.Description, dimension.Place);
        foreach (var measure in model.Measures)
            if (PlainName(measure.Expression.Text) is { } stored)
                Stored(stored);
        if (_assumed.Count > 0)
            issues.Add(Issue.At(model.Place, "interchange.types-assumed", ("dataset", plan.Name), ("columns", string.Join(", ", _assumed))).AsWarning());
    }

    /// <inheritdoc />
    public SqlValue? Column(string name)
    {
        var column = plan.Storing(name) ?? (table is null || table.Find(name) is not null ? Stored(name) : null);
        return column is null ? null : new SqlValue(new Formula.Name([column.Name]), column.Kind);
    }

    /// <inheritdoc />
    public SqlValue? Reference(string written) => null;

    /// <summary>The name when an expression is no more than that; null otherwise.</summary>
    public static string? PlainName(string expression) => Plain().Match(expression) is { Success: true } match ? match.Groups["name"].Value : null;

    private void Element(string name, DbtText expression, string? label, Place place)
    {
        var columnName = plan.Find(name) is null ? name : name + "_2";
        var text = Label(label, name);
        if (PlainName(expression.Text) is { } stored)
        {
            if (plan.Storing(stored) is { } holder)
                plan.Add(new ColumnPlan(columnName, holder.Kind) { Formula = FormulaPrinter.Print(new Formula.Name([holder.Name])), Label = text }, name);
            else
                plan.Add(Typed(columnName, stored, text), name);
            return;
        }
        var (value, obstacle) = SqlTranslation.Of(expression.Text, this);
        if (value is null)
            issues.Add(Issue.At(expression.Place, "interchange.expression-lost", ("name", name), ("expression", expression.Text), ("obstacle", obstacle)).AsWarning());
        else
            plan.Add(new ColumnPlan(columnName, value.Kind ?? ValueKind.Text) { Formula = FormulaPrinter.Print(value.Formula), Label = text }, name);
        _ = place;
    }

    private ColumnPlan Stored(string stored) =>
        plan.Storing(stored) ?? plan.Add(Typed(plan.Find(stored) is null ? stored : stored + "_column", stored, null));

    private ColumnPlan Typed(string name, string stored, string? label)
    {
        var known = table?.Find(stored) is { } column ? ColumnTypeWords.Of(column.Type) : null;
        var used = UsedAs(stored);
        if (known is null)
            _assumed.Add($"{name} {used.Words}");
        else if (used.Kind is ValueKind.Date or ValueKind.Timestamp && known.Value.Kind == ValueKind.Text)
            // A text column that dbt treats as a time holds times.
            known = used;
        var (words, kind) = known ?? used;
        return new ColumnPlan(name, kind) { Stored = stored, Type = words, Label = label };
    }

    /// <summary>What the model's use of a column says about its values.</summary>
    private (string Words, ValueKind Kind) UsedAs(string stored)
    {
        bool Uses(DbtText expression) => stored.Equals(PlainName(expression.Text), StringComparison.OrdinalIgnoreCase);
        if (plan.Model.Dimensions.FirstOrDefault(dimension => dimension.IsTime && Uses(dimension.Expression)) is { } time)
            return time.Granularity is "day" or "week" or "month" or "quarter" or "year" ? ("date", ValueKind.Date) : ("timestamp", ValueKind.Timestamp);
        foreach (var measure in plan.Model.Measures.Where(measure => Uses(measure.Expression)))
            if (measure.Aggregation == "sum_boolean")
                return ("boolean", ValueKind.Boolean);
            else if (measure.Aggregation is not ("count" or "count_distinct"))
                return ("number", ValueKind.Number);
        return ("text", ValueKind.Text);
    }

    /// <summary>A description of one short line will do as a label; one that repeats the name says nothing.</summary>
    private static string? Label(string? written, string name) =>
        written is { Length: < 60 } && !written.Contains('\n', StringComparison.Ordinal) && written != name ? written : null;

    [GeneratedRegex(@"^\s*[""`]?(?<name>[\p{L}_][\p{L}\p{N}_$]*)[""`]?\s*$")]
    private static partial Regex Plain();
}
