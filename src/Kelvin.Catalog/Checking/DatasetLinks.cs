using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks the links with names of their own, and the validity of rows, against the columns of both ends.</summary>
internal sealed class DatasetLinks(NameChoice<DatasetDraft> choice, FaultyNames faulty, IssueList issues)
{
    /// <summary>The sound links of a dataset. What depends on a faulty one is left out.</summary>
    public ImmutableArray<DatasetLink> Of(DatasetDraft dataset)
    {
        var links = ImmutableArray.CreateBuilder<DatasetLink>();
        foreach (var draft in dataset.Links)
            if (faulty.Datasets.Contains(draft.To.Text))
                faulty.AddLink(new(dataset.Name, draft.Name.Text), draft.To.Text);
            else if (Link(dataset, draft) is { } link)
                links.Add(link);
            else
                faulty.Add(new(dataset.Name, draft.Name.Text));
        return links.ToImmutable();
    }

    /// <summary>Whether the rows of a dataset can be told apart in time as it says.</summary>
    public bool HasSoundValidity(DatasetDraft dataset)
    {
        if (dataset.Validity is not { } validity)
            return true;
        var before = issues.Errors;
        var from = Moment(dataset, validity.From, "catalog.validity-kind");
        var to = validity.To is null ? from : Moment(dataset, validity.To, "catalog.validity-kind");
        if (from is not null && to is not null && from != to)
            issues.Add(validity.To!.Place, "catalog.validity-kinds", ("from", validity.From.Text), ("to", validity.To.Text));
        if (dataset.ThingKey.IsEmpty)
            issues.Add(dataset.Place, "catalog.validity-without-key", ("dataset", dataset.Name));
        return issues.Errors == before && from is not null && to is not null;
    }

    private DatasetLink? Link(DatasetDraft dataset, LinkDraft draft)
    {
        var before = issues.Errors;
        if (dataset.Find(draft.Name.Text) is not null)
            issues.Add(draft.Name.Place, "catalog.link-is-column", ("link", draft.Name.Text), ("dataset", dataset.Name));
        if (!choice.Sound.TryGetValue(draft.To.Text, out var target))
        {
            issues.Add(draft.To.Place, "catalog.unknown-dataset", ("dataset", draft.To.Text), ("nearest", NearestName.Of(draft.To.Text, choice.Sound.Keys)));
            return null;
        }
        var rests = true;
        foreach (var (here, there) in draft.On)
            rests &= AreAlike(Stored(dataset, here), Stored(target, there), target);
        if (target.ThingKey.FirstOrDefault(key => draft.On.All(pair => pair.There.Text != key.Text)) is { } free)
            issues.Add(draft.Name.Place, "catalog.link-to-many", ("link", draft.Name.Text), ("dataset", target.Name), ("column", free.Text));
        else if (target.ThingKey.IsEmpty)
            issues.Add(draft.Name.Place, "catalog.link-to-many", ("link", draft.Name.Text), ("dataset", target.Name));
        if (draft.At is { } at)
        {
            rests &= Moment(dataset, at, "catalog.link-moment") is not null;
            if (target.Validity is null)
                issues.Add(at.Place, "catalog.link-not-dated", ("link", draft.Name.Text), ("dataset", target.Name));
        }
        return rests && issues.Errors == before
            ? new(draft.Name.Text, target.Name, [.. draft.On.Select(pair => new LinkedColumns(pair.Here.Text, pair.There.Text))]) { At = draft.At?.Text }
            : null;
    }

    private bool AreAlike((ColumnDraft Column, YamlNode.Scalar Written)? here, (ColumnDraft Column, YamlNode.Scalar Written)? there, DatasetDraft target)
    {
        if (here is not { Column: { Type.Type.Kind: var kind, Name: var name }, Written: var written } || there is not { Column: { Type.Type.Kind: var other, Name: var key } })
            return false;
        if (kind == other)
            return true;
        issues.Add(written.Place, "catalog.link-kind", ("column", name), ("dataset", target.Name), ("key", key));
        return false;
    }

    /// <summary>A stored date or instant column's kind, or null.</summary>
    private ValueKind? Moment(DatasetDraft dataset, YamlNode.Scalar name, string code)
    {
        if (Stored(dataset, name) is not { Column.Type.Type.Kind: var kind })
            return null;
        if (kind is ValueKind.Date or ValueKind.Timestamp)
            return kind;
        issues.Add(name.Place, code, ("column", name.Text));
        return null;
    }

    /// <summary>The stored column of this name; null, with an issue unless the column itself has one.</summary>
    private (ColumnDraft Column, YamlNode.Scalar Written)? Stored(DatasetDraft dataset, YamlNode.Scalar name)
    {
        if (dataset.Find(name.Text) is not { } column)
            issues.Add(name.Place, "catalog.unknown-link-column", ("column", name.Text), ("dataset", dataset.Name),
                ("nearest", NearestName.Of(name.Text, dataset.Columns.Select(known => known.Name))));
        else if (column.Formula is not null)
            issues.Add(name.Place, "catalog.computed-link-column", ("column", name.Text));
        else if (column is { IsFaulty: false, Type: not null })
            return (column, name);
        return null;
    }
}
