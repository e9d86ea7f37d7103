using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Sql;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Translating;

/// <summary>Says filters as conditions.</summary>
internal static class Conditions
{
    /// <summary>
    /// The condition that all filters make together, null for none. The second value is false, after an issue, when a filter
    /// cannot be said: what it restricts must then not be used without it.
    /// </summary>
    public static (Formula? Condition, bool IsWhole) Of(string owner, IEnumerable<DbtText> filters, ISqlNames names, ICollection<Issue> issues)
    {
        Formula? condition = null;
        var isWhole = true;
        foreach (var filter in filters)
        {
            var (value, obstacle) = SqlTranslation.Of(filter.Text, names);
            if (value is not null)
                condition = AggregateTranslation.Both(condition, value.Formula);
            else
            {
                issues.Add(Issue.At(filter.Place, "interchange.filter-lost", ("name", owner), ("filter", filter.Text), ("obstacle", obstacle)).AsWarning());
                isWhole = false;
            }
        }
        return (condition, isWhole);
    }
}
