using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks datasets against each other: keys, links, computed columns, time axes.</summary>
internal sealed class DatasetChecker(
    NameChoice<DatasetDraft> choice, FeedChecker feeds, FaultyNames faulty, WorkingScope scope, IssueList issues)
{
    private readonly Dictionary<string, Dictionary<string, Column>> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<DatasetLink>> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ExchangeRates?> _rates = new(StringComparer.Ordinal);
    private readonly RatesChecker _rateChecker = new(issues);
    private readonly DatasetLinks _linkChecker = new(choice, faulty, issues);

    /// <summary>The sound datasets; the scope knows them and their sound columns afterwards.</summary>
    public ImmutableSortedDictionary<string, Dataset> Check()
    {
        foreach (var draft in choice.Sound.Values.Where(draft => !(HasSoundKey(draft) & _linkChecker.HasSoundValidity(draft))).ToList())
            faulty.Datasets.Add(draft.Name);
        var sound = choice.Sound.Values.Where(draft => !faulty.Datasets.Contains(draft.Name)).ToList();
        foreach (var draft in sound)
            CheckStored(draft);
        new ComputedColumns(sound, choice, faulty, scope, issues).CheckInto(_columns);
        var datasets = ImmutableSortedDictionary.CreateBuilder<string, Dataset>(StringComparer.Ordinal);
        foreach (var draft in sound)
            datasets.Add(draft.Name, Build(draft));
        return datasets.ToImmutable();
    }

    private bool HasSoundKey(DatasetDraft draft)
    {
        var before = issues.Errors;
        var rests = true;
        foreach (var key in draft.Key)
            if (draft.Columns.FirstOrDefault(column => column.Name == key.Text) is not { } column)
                issues.Add(key.Place, "catalog.unknown-key-column", ("column", key.Text), ("dataset", draft.Name),
                    ("nearest", NearestName.Of(key.Text, draft.Columns.Select(known => known.Name))));
            else if (column.Formula is not null)
                issues.Add(key.Place, "catalog.computed-key", ("column", key.Text));
            else
                rests &= !column.IsFaulty;
        return rests && issues.Errors == before;
    }

    private void CheckStored(DatasetDraft draft)
    {
        var columns = _columns[draft.Name] = new(StringComparer.Ordinal);
        foreach (var column in draft.Columns)
            if (column.IsFaulty || (column.Type is { Link: not null } && !HasSoundLink(draft, column)) || !_rateChecker.HasSoundCurrency(draft, column))
                faulty.Add(new(draft.Name, column.Name));
            else if (column.Type is { } type)
                columns.Add(column.Name, new(column.Name, type.Type, type.Decimals, type.IsOptional)
                {
                    Label = column.Label,
                    LinksTo = type.Link is { } link && !faulty.Datasets.Contains(link.Dataset) ? link.Dataset : null,
                    Place = column.Place,
                });
        var links = _links[draft.Name] = _linkChecker.Of(draft);
        foreach (var column in draft.Columns.Where(column => columns.ContainsKey(column.Name) && links.Any(link => link.Name == column.Overridden)))
            columns[column.Name] = columns[column.Name] with { OverriddenBy = new ColumnPath([column.Overridden!], column.Name) };
        var rates = _rates[draft.Name] = _rateChecker.Check(draft);
        scope.Put(new DatasetSymbol(draft.Name, Unit.Item(draft.Name),
            [.. columns.Values.Select(column => new ColumnSymbol(column.Name, column.Type, column.LinksTo))])
        {
            Key = [.. draft.ThingKey.Select(key => key.Text)],
            Links = [.. links.Select(link => new LinkSymbol(link.Name, link.To, [.. link.On.Select(pair => pair.Here)]) { Keys = [.. link.On.Select(pair => pair.There)], At = link.At })],
            StoredTime = draft.Time is { } time && columns.TryGetValue(time.Text, out var axis) && axis.Type.Kind is ValueKind.Date or ValueKind.Timestamp ? draft.Time.Text : null,
            IsDated = draft.Validity is not null,
            Rates = rates,
        });
    }

    private bool HasSoundLink(DatasetDraft draft, ColumnDraft column)
    {
        var (target, place) = column.Type!.Link!.Value;
        if (faulty.Datasets.Contains(target))
        {
            faulty.AddLink(new(draft.Name, column.Name), target);
            return true;
        }
        if (!choice.Sound.TryGetValue(target, out var other))
            issues.Add(place, "catalog.unknown-link", ("dataset", target), ("nearest", NearestName.Of(target, choice.Sound.Keys)));
        else if (other.ThingKey is not [var key])
            issues.Add(place, "catalog.link-without-key", ("dataset", target), ("column", column.Name));
        else if (other.Find(key.Text)?.Type is { } keyType && keyType.Type.Kind != column.Type.Type.Kind)
            issues.Add(place, "catalog.link-kind", ("column", column.Name), ("dataset", target), ("key", key.Text));
        else
            return true;
        return false;
    }

    private Dataset Build(DatasetDraft draft)
    {
        var columns = _columns[draft.Name];
        var axis = draft.Time is { } time && IsTime(draft, time) ? time.Text : null;
        var balance = new BalanceChecker(issues).Check(draft, columns, axis);
        scope.Put(scope.Dataset(draft.Name)! with { Time = axis, Balance = balance });
        return new(draft.Name, draft.Label ?? LocalText.Same(draft.Name),
            [.. draft.Columns.Where(column => columns.ContainsKey(column.Name)).Select(column => columns[column.Name])])
        {
            Key = [.. draft.ThingKey.Select(key => key.Text)],
            Validity = draft.Validity is { } validity ? new(validity.From.Text, validity.To?.Text) : null,
            Links = _links[draft.Name],
            Time = axis,
            Balance = balance,
            Rates = _rates[draft.Name],
            Source = draft.Source,
            Feed = feeds.Check(draft),
            IsOverride = draft.IsOverride,
            Pack = draft.Pack,
            Place = draft.Place,
        };
    }

    /// <summary>Without a sound axis the dataset still serves metrics that name one of their own.</summary>
    private bool IsTime(DatasetDraft draft, YamlNode.Scalar time)
    {
        if (_columns[draft.Name].TryGetValue(time.Text, out var column))
        {
            if (column.Type.Kind is ValueKind.Date or ValueKind.Timestamp)
                return true;
            issues.Add(time.Place, "catalog.time-kind", ("column", time.Text));
        }
        else if (draft.Columns.All(candidate => candidate.Name != time.Text))
            issues.Add(time.Place, "catalog.unknown-time-column", ("column", time.Text), ("dataset", draft.Name),
                ("nearest", NearestName.Of(time.Text, draft.Columns.Select(known => known.Name))));
        return false;
    }
}
