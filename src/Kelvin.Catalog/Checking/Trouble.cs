using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Decides what to say of a formula that was found faulty: its own issues, or that it depends on something faulty,
/// or that the workspace's dataset lacks a column which the pack counted on.
/// </summary>
internal sealed class Trouble(NameChoice<DatasetDraft> datasets, FaultyNames faulty, IssueList issues)
{
    public void Report(string name, Place place, string? pack, Formula formula, string? dataset, ImmutableArray<Issue> found)
    {
        var names = FormulaReferences.NamesIn(formula);
        if (Cause(names, dataset) is { } cause)
            issues.Add(place, "catalog.depends", ("name", name), ("on", cause));
        else if (pack is null || !ReportMissing(name, pack, names, dataset))
            issues.AddRange(found);
    }

    /// <summary>The faulty thing to blame, or null.</summary>
    public string? Cause(IEnumerable<Formula.Name> names, string? dataset) =>
        dataset is not null && faulty.Datasets.Contains(dataset) ? dataset : faulty.CauseIn(names);

    /// <summary>Reports each column that the pack's own dataset has, the workspace's has not, and the names speak of.</summary>
    public bool ReportMissing(string name, string pack, IReadOnlyCollection<Formula.Name> names, string? dataset)
    {
        var missing =
            from replaced in datasets.Replaced.Values
            where datasets.Sound.ContainsKey(replaced.Name)
            let own = datasets.Sound[replaced.Name]
            where names.Any(written => written.Parts[0] == replaced.Name) || dataset == replaced.Name || dataset is null
            from column in replaced.Columns
            where own.Columns.All(candidate => candidate.Name != column.Name)
            where names.Any(written => written.Parts.Contains(column.Name))
            select (own, column);
        var any = false;
        foreach (var (own, column) in missing)
        {
            issues.Add(own.Place, "catalog.missing-column",
                ("metric", name), ("pack", pack), ("dataset", own.Name), ("column", column.Name));
            any = true;
        }
        return any;
    }
}
