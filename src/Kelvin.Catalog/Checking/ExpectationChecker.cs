using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;

namespace Kelvin.Catalog.Checking;

/// <summary>Holds what is expected of datasets against their columns. A wrong check takes down itself only.</summary>
internal sealed class ExpectationChecker(NameChoice<DatasetDraft> choice, IFormulaScope scope, Calendar calendar, IssueList issues)
{
    /// <summary>The datasets with what is expected of them.</summary>
    public ImmutableSortedDictionary<string, Dataset> AddTo(ImmutableSortedDictionary<string, Dataset> datasets) =>
        datasets.SetItems(datasets.Values
            .Where(dataset => choice.Sound[dataset.Name].Expects is not null)
            .Select(dataset => KeyValuePair.Create(dataset.Name, dataset with { Expects = Check(dataset, choice.Sound[dataset.Name].Expects!) })));

    private DatasetExpectations Check(Dataset dataset, ExpectationDraft draft)
    {
        if (dataset.Source is DatasetSource.Query)
        {
            issues.Add(draft.Place, "trust.of-query", ("dataset", dataset.Name));
            return DatasetExpectations.None;
        }
        if (draft.Fresh?.Newest is not null && dataset.Time is null)
            issues.Add(draft.Place, "trust.without-time", ("dataset", dataset.Name), ("key", "newest"));
        return new DatasetExpectations
        {
            Fresh = dataset.Time is null && draft.Fresh is { } fresh ? fresh with { Newest = null } : draft.Fresh,
            Owner = draft.Owner,
            Checks = [.. Named([.. draft.Checks.Select(check => Build(dataset, check)).OfType<DataCheck>()])],
        };
    }

    private DataCheck? Build(Dataset dataset, CheckDraft draft)
    {
        var before = issues.Errors;
        var subject = new CheckSubjects(dataset, scope, calendar, issues).Of(draft);
        return subject is null || issues.Errors > before ? null : new DataCheck(draft.Name?.Text ?? NameOf(draft), subject, draft.Otherwise)
        {
            Label = draft.Label,
            Why = draft.Why,
            Owner = draft.Owner,
            Place = draft.Place,
        };
    }

    private static string NameOf(CheckDraft draft) =>
        $"{draft.Kind.ToString().ToLowerInvariant()} {string.Join(", ", draft.Subject.Select(part => string.Join(' ', part.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}";

    private IEnumerable<DataCheck> Named(ImmutableArray<DataCheck> checks)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var check in checks)
            if (names.Add(check.Name))
                yield return check;
            else
                issues.Add(check.Place, "trust.same-name", ("name", check.Name));
    }
}
