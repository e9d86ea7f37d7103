using System.Collections.Immutable;
using Kelvin.Catalog.Checking;
using Kelvin.Catalog.Reading;

namespace Kelvin.Catalog;

/// <summary>Turns definition files into a checked catalog.</summary>
public static class CatalogLoader
{
    /// <summary>
    /// The sound part of the definitions, with every issue of the rest. Never throws because of what stands in a file;
    /// what is wrong takes down only itself and what depends on it. Files of packs that the workspace does not list are passed over.
    /// </summary>
    public static MetricCatalog Load(IReadOnlyList<DefinitionFile> files)
    {
        var issues = new IssueList();
        var own = DefinitionReader.Begin(files.Where(file => file.Pack is null), issues);
        var draft = Settings(own.Drafts, issues);
        var settings = draft?.Settings ?? WorkspaceSettings.Default;
        var packs = PackChoice.Of(files, draft?.Packs ?? [], issues);
        ImmutableArray<DefinitionReader> readers = [own, .. packs.Contents];
        var grains = GrainWord.Of(readers.SelectMany(reader => reader.Drafts).OfType<CalendarDraft>());
        foreach (var reader in readers)
            reader.ReadOthers(settings.Currency, grains);
        var catalog = Check([.. readers.SelectMany(reader => reader.Drafts)], settings, issues) with
        {
            Packs = packs.Packs,
            Issues = issues.InOrder(),
        };
        return catalog with { Version = CatalogVersion.Of(catalog) };
    }

    private static MetricCatalog Check(ImmutableArray<Draft> drafts, WorkspaceSettings settings, IssueList issues)
    {
        var faulty = new FaultyNames();
        var scope = new WorkingScope();
        var forms = NameChoice<FormDraft>.Of("form", drafts, faulty.Forms, issues);
        var datasetChoice = NameChoice<DatasetDraft>.Of("dataset", FormDatasets.With(drafts, forms, issues), faulty.Datasets, issues);
        var connections = NameChoice<ConnectionDraft>.Of("connection", drafts, faulty.Connections, issues).Sound;
        var datasets = new DatasetChecker(datasetChoice, new FeedChecker(connections, faulty, issues), faulty, scope, issues).Check();
        var calendars = new CalendarChecker(datasets, faulty, issues).Check(NameChoice<CalendarDraft>.Of("calendar", drafts, faulty.Calendars, issues));
        scope.CalendarGrains = new MetricCatalog { Calendars = calendars }.CalendarIn().OtherNames;
        var metricChoice = NameChoice<MetricDraft>.Of("metric", drafts, faulty.Metrics, issues);
        var versions = new MetricVersions(settings, calendars, datasets, scope);
        var metrics = new MetricChecker(metricChoice, datasetChoice, faulty, scope, versions, issues).Check();
        datasets = new ExpectationChecker(datasetChoice, faulty, scope, new MetricCatalog { Settings = settings, Calendars = calendars }.CalendarIn(), issues).AddTo(datasets, [.. drafts.OfType<ExpectationsDraft>()]);
        var tests = new TestChecker(settings, datasets, metrics, faulty, issues);
        return new()
        {
            Settings = settings,
            Datasets = datasets,
            Connections = connections.Values.ToImmutableSortedDictionary(draft => draft.Name, draft => draft.Connection!, StringComparer.Ordinal),
            Metrics = metrics,
            Calendars = calendars,
            Forms = new FormChecker(datasets, faulty, scope, issues).Check(forms),
            Tests = [.. drafts.OfType<TestDraft>().Select(tests.Check).OfType<MetricTest>()],
        };
    }

    private static SettingsDraft? Settings(IEnumerable<Draft> own, IssueList issues)
    {
        var settings = own.OfType<SettingsDraft>().ToList();
        foreach (var again in settings.Skip(1))
            issues.Add(again.Place, "catalog.settings-twice",
                ("file", settings[0].Place.File), ("line", settings[0].Place.Line));
        return settings.FirstOrDefault();
    }
}
