using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Holds what is expected of datasets against their columns. A wrong check takes down itself only.</summary>
internal sealed class ExpectationChecker(NameChoice<DatasetDraft> choice, FaultyNames faulty, IFormulaScope scope, Calendar calendar, IssueList issues)
{
    /// <summary>The datasets with what is expected of them, where they are defined and in documents of its own.</summary>
    public ImmutableSortedDictionary<string, Dataset> AddTo(ImmutableSortedDictionary<string, Dataset> datasets, ImmutableArray<ExpectationsDraft> documents)
    {
        foreach (var unknown in documents.Where(document => !datasets.ContainsKey(document.Name) && !faulty.Datasets.Contains(document.Name)))
            issues.Add(unknown.Place, "catalog.unknown-dataset", ("dataset", unknown.Name), ("nearest", NearestName.Of(unknown.Name, datasets.Keys)));
        // What a company says itself comes before what a pack does.
        var written = documents.OrderBy(document => document.Pack is not null)
            .Select(document => (document.Name, document.Expects))
            .Concat(datasets.Keys.Select(name => (Name: name, Expects: choice.Sound.GetValueOrDefault(name)?.Expects!)).Where(own => own.Expects is not null))
            .ToLookup(one => one.Name, one => one.Expects, StringComparer.Ordinal);
        return datasets.SetItems(datasets.Values.Where(dataset => written.Contains(dataset.Name))
            .Select(dataset => KeyValuePair.Create(dataset.Name, dataset with { Expects = Check(dataset, [.. written[dataset.Name]]) })));
    }

    private DatasetExpectations Check(Dataset dataset, ImmutableArray<ExpectationDraft> drafts)
    {
        if (dataset.Source is DatasetSource.Query)
        {
            issues.Add(drafts[0].Place, "trust.of-query", ("dataset", dataset.Name));
            return DatasetExpectations.None;
        }
        var timed = drafts.FirstOrDefault(draft => draft.Fresh is not null);
        if (timed?.Fresh?.Newest is not null && dataset.Time is null)
            issues.Add(timed.Place, "trust.without-time", ("dataset", dataset.Name), ("key", "newest"));
        return new DatasetExpectations
        {
            Fresh = dataset.Time is null && timed?.Fresh is { } fresh ? fresh with { Newest = null } : timed?.Fresh,
            Owner = drafts.Select(draft => draft.Owner).FirstOrDefault(owner => owner is not null),
            Checks = [.. Named([.. drafts.SelectMany(draft => draft.Checks).Select(check => Build(dataset, check)).OfType<DataCheck>()])],
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
