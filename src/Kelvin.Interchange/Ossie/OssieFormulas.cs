using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Interchange.Sql;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie;

/// <summary>Says Ossie's metrics in our language: aggregates first, then the arithmetic around them.</summary>
internal sealed class OssieFormulas(IReadOnlyList<OssieTable> tables, IReadOnlyList<OssieMetric> metrics, ICollection<Issue> issues)
{
    /// <summary>The formula, and the dataset whose columns its bare names are where it is one; null where it cannot be said.</summary>
    public (string Formula, string? Dataset)? Of(OssieMetric metric)
    {
        if (metric.Expression.Text is not { } text)
        {
            issues.Add(Issue.At(metric.Expression.Place, "interchange.ossie-dialect", ("name", metric.Name), ("dialects", metric.Expression.Dialects)).AsWarning());
            return null;
        }
        var aggregates = new SqlAggregates(tables, TablesIn(text));
        var (outer, obstacle) = aggregates.TakeOut(text);
        if (outer is not null)
        {
            (var value, obstacle) = SqlTranslation.Of(outer, new Around(aggregates, metrics));
            if (value is not null)
                return (FormulaPrinter.Print(value.Formula), aggregates.OnlyTable?.Name);
        }
        issues.Add(aggregates.HasNoTable
            ? Issue.At(metric.Expression.Place, "interchange.ossie-dataset-of", ("name", metric.Name), ("expression", text)).AsWarning()
            : Issue.At(metric.Expression.Place, "interchange.expression-lost", ("name", metric.Name), ("expression", text), ("obstacle", obstacle)).AsWarning());
        return null;
    }

    /// <summary>The datasets that an expression names before its columns.</summary>
    private List<OssieTable> TablesIn(string text)
    {
        var tokens = SqlLexer.Read(text);
        var owners = tokens.Zip(tokens.Skip(1)).Where(pair => pair.Second.Is(".")).Select(pair => pair.First.Plain).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. tables.Where(table => owners.Contains(table.Source.Name))];
    }

    /// <summary>What stands around aggregates: their places, and other metrics.</summary>
    private sealed class Around(SqlAggregates aggregates, IReadOnlyList<OssieMetric> metrics) : ISqlNames
    {
        public SqlValue? Column(string name) => aggregates.Find(name) is { } formula ? SqlValue.Number(formula)
            : metrics.Any(metric => metric.Name == name) ? SqlValue.Number(new Formula.Name([DefinitionNames.Fit(name)]))
            : null;

        public SqlValue? Reference(string written) => null;
    }
}
