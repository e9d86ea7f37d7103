using System.Collections.Immutable;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Reading;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks who owes which rows of a form.</summary>
internal sealed class FormOwners(ImmutableArray<FormSegment> segments, IssueList issues)
{
    /// <summary>The owners, the one of all other rows last.</summary>
    public ImmutableArray<FormOwner> Of(FormDraft draft)
    {
        var owners = draft.Owners.Select(Owner).ToImmutableArray();
        return draft.Owner is { } rest ? owners.Add(new(rest.Text.Trim(), ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty)) : owners;
    }

    private FormOwner Owner(FormOwnerDraft draft)
    {
        foreach (var (name, values) in draft.Of)
            if (segments.FirstOrDefault(segment => segment.Column == name.Text) is not { } segment)
                issues.Add(name.Place, "form.owner-segment", ("segment", name.Text), ("nearest", NearestName.Of(name.Text, segments.Select(one => one.Column))));
            else if (segment.From is null)
                foreach (var unknown in values.Where(value => segment.Values.All(choice => choice.Value != value.Text)))
                    issues.Add(unknown.Place, "form.owner-value", ("segment", name.Text), ("value", unknown.Text),
                        ("nearest", NearestName.Of(unknown.Text, segment.Values.Select(choice => choice.Value))));
        return new(draft.Person.Text.Trim(), draft.Of.DistinctBy(one => one.Segment.Text, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(one => one.Segment.Text, one => one.Values.Select(value => value.Text).ToImmutableArray(), StringComparer.Ordinal));
    }
}
