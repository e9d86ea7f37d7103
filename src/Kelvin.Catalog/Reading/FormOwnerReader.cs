using System.Collections.Immutable;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the <c>owners:</c> of a form: <c>Karin Berg: { department: [sales, marketing] }</c>.</summary>
internal static class FormOwnerReader
{
    public static ImmutableArray<FormOwnerDraft> Read(YamlNode.Mapping? group, IssueList issues)
    {
        var owners = ImmutableArray.CreateBuilder<FormOwnerDraft>();
        foreach (var (person, rows) in group?.Entries ?? [])
            if (rows is not YamlNode.Mapping mapping || mapping.Entries.IsEmpty)
                issues.Add(person.Place, "form.owner-form", ("person", person.Text));
            else
            {
                var fields = new Fields(mapping, [.. mapping.Entries.Select(entry => entry.Key.Text)], issues);
                owners.Add(new(person, [.. mapping.Entries.Select(entry => (entry.Key, fields.List(entry.Key.Text)))]));
            }
        return owners.ToImmutable();
    }
}
