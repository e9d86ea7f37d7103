using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Sql;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>Says a measure as an aggregate.</summary>
internal sealed class AggregateTranslation(DatasetPlan rows, ISqlNames columns, ICollection<Issue> issues)
{
    /// <summary>The aggregate of the rows that meet a condition; null, and an issue, when it cannot be said.</summary>
    public string? Of(DbtMeasure measure, Formula? where)
    {
        if (Aggregate(measure, where) is not { } aggregate)
            return null;
        var text = FormulaPrinter.Print(aggregate);
        if (measure.NonAdditive is not { } balance)
            return text;
        var series = balance.Series.Select(one => rows.ColumnOf(one)?.Name).OfType<string>().ToList();
        if (series.Count < balance.Series.Length)
        {
            issues.Add(Issue.At(balance.Place, "interchange.dbt-series", ("name", measure.Name), ("series", string.Join(", ", balance.Series))).AsWarning());
            return null;
        }
        var per = series.Count == 0 ? "" : " per " + string.Join(", ", series);
        return $"{(balance.IsLast ? "closing" : "opening")}({text}{per})";
    }

    /// <summary>Rows as an event: the dataset, with the condition under which a row counts; null when the measure does more than count.</summary>
    public string? Events(DbtMeasure measure, Formula? where)
    {
        var value = Value(measure);
        var isCount = value is not null && measure.NonAdditive is null && measure.Aggregation is "count" or "sum";
        if (!isCount || (measure.Aggregation == "sum" && !IsOne(value!)))
        {
            issues.Add(Issue.At(measure.Place, "interchange.dbt-event", ("name", measure.Name), ("aggregation", measure.Aggregation)).AsWarning());
            return null;
        }
        var condition = IsOne(value!) ? where : Both(Known(value!), where);
        return condition is null ? rows.Name : $"{rows.Name} where {FormulaPrinter.Print(condition)}";
    }

    /// <summary>Both conditions; either may be null.</summary>
    public static Formula? Both(Formula? one, Formula? other) =>
        one is null ? other : other is null ? one : new Formula.Binary(BinaryOperator.And, one, other);

    private Formula? Aggregate(DbtMeasure measure, Formula? where)
    {
        if (Value(measure) is not { } value)
            return null;
        var all = new Formula.Name([rows.Name]);
        switch (measure.Aggregation)
        {
            case "sum" or "count" when IsOne(value):
                return new Formula.Call("count", [all], where);
            case "count":
                return Counted(Known(value), where);
            case "sum_boolean":
                return Counted(value.Formula, where);
            case "sum" or "average" or "median" or "min" or "max":
                return new Formula.Call(measure.Aggregation, [value.Formula], where);
            case "avg":
                return new Formula.Call("average", [value.Formula], where);
            case "count_distinct":
                return new Formula.Call("distinct", [value.Formula], where);
            case "percentile":
                if (measure.IsApproximate)
                    issues.Add(Issue.At(measure.Place, "interchange.dbt-approximate", ("name", measure.Name)).AsWarning());
                return new Formula.Call("percentile", [value.Formula, new Formula.Number(measure.Percentile ?? 0.5m), .. measure.IsDiscrete ? [new Formula.Name(["discrete"])] : (Formula[])[]], where);
            default:
                issues.Add(Issue.At(measure.Place, "interchange.dbt-aggregation", ("name", measure.Name), ("aggregation", measure.Aggregation)).AsWarning());
                return null;
        }
    }

    /// <summary>
    /// How many rows meet a condition, and 0, not missing, where there are rows and none does: so it is in dbt. Counting the rows
    /// that meet it would be missing there.
    /// </summary>
    private Formula.Call Counted(Formula condition, Formula? where) =>
        new("sum", [new Formula.Case([new(condition, new Formula.Number(1, rows.Name))], new Formula.Number(0))], where);

    private static Formula.Presence Known(SqlValue value) => new(value.Formula, IsKnown: true);

    private static bool IsOne(SqlValue value) => value.Formula is Formula.Number { Value: 1, Unit: null };

    private SqlValue? Value(DbtMeasure measure)
    {
        var expression = measure.Expression;
        // A plain name is a column of the table before it is a dimension.
        var (value, obstacle) = expression.Text == "*" ? (SqlValue.Number(new Formula.Number(1)), null) : SqlTranslation.Of(expression.Text, columns);
        if (value is null)
            issues.Add(Issue.At(expression.Place, "interchange.expression-lost", ("name", measure.Name), ("expression", expression.Text), ("obstacle", obstacle)).AsWarning());
        return value;
    }
}
