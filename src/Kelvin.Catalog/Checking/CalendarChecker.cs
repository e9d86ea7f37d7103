using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks calendars against each other and against the datasets that list their periods.</summary>
internal sealed class CalendarChecker(IReadOnlyDictionary<string, Dataset> datasets, FaultyNames faulty, IssueList issues)
{
    /// <summary>The sound calendars, by name.</summary>
    public ImmutableSortedDictionary<string, CalendarDefinition> Check(NameChoice<CalendarDraft> choice)
    {
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, CalendarDefinition>(StringComparer.Ordinal);
        foreach (var draft in choice.Sound.Values.Where(HasSoundSource))
            calendars.Add(draft.Name, new(draft.Calendar!)
            {
                PeriodsFrom = draft.Source is { } source ? new(source.Dataset.Text, source.Name.Text, source.First.Text, source.Last?.Text) : null,
                Pack = draft.Pack,
                Place = draft.Place,
            });
        return calendars.ToImmutable();
    }

    private bool HasSoundSource(CalendarDraft draft)
    {
        if (draft.Source is not { } source)
            return true;
        if (faulty.Datasets.Contains(source.Dataset.Text))
            issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", source.Dataset.Text));
        else if (!datasets.TryGetValue(source.Dataset.Text, out var dataset))
            issues.Add(source.Dataset.Place, "catalog.unknown-dataset",
                ("dataset", source.Dataset.Text), ("nearest", NearestName.Of(source.Dataset.Text, datasets.Keys)));
        else
            return IsColumn(dataset, source.Name, ValueKind.Text, ValueKind.Date) & IsColumn(dataset, source.First, ValueKind.Date)
                & (source.Last is null || IsColumn(dataset, source.Last, ValueKind.Date));
        return false;
    }

    private bool IsColumn(Dataset dataset, YamlNode.Scalar name, params ReadOnlySpan<ValueKind> kinds)
    {
        var kind = kinds[0];
        if (dataset.Find(name.Text) is not { } column)
            issues.Add(name.Place, "catalog.unknown-column", ("column", name.Text), ("dataset", dataset.Name),
                ("nearest", NearestName.Of(name.Text, dataset.Columns.Where(known => known.Type.Kind == kind).Select(known => known.Name))));
        else if (!column.IsStored)
            issues.Add(name.Place, "catalog.calendar-computed-column", ("column", name.Text));
        else if (!kinds.Contains(column.Type.Kind))
            issues.Add(name.Place, kind == ValueKind.Date ? "catalog.calendar-date-column" : "catalog.calendar-text-column", ("column", name.Text));
        else
            return true;
        return false;
    }
}
