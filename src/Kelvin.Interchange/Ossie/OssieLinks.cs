using System.Collections.Immutable;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie;

/// <summary>Writes relationships as links. Links lead to keys; a dataset that says no key has the one that relationships lead to.</summary>
internal sealed class OssieLinks(IReadOnlyList<OssieTable> tables, ICollection<Issue> issues)
{
    /// <summary>The relationships that became links.</summary>
    public IEnumerable<OssieRelationship> Write(IEnumerable<OssieRelationship> relationships) => [.. relationships.Where(IsWritten)];

    private bool IsWritten(OssieRelationship relationship)
    {
        var from = tables.FirstOrDefault(table => table.Source.Name == relationship.From);
        var to = tables.FirstOrDefault(table => table.Source.Name == relationship.To);
        if (from is null || to is null || relationship.Here.IsEmpty || relationship.Here.Length != relationship.There.Length)
        {
            issues.Add(Issue.At(relationship.Place, "interchange.ossie-link-ends", ("name", relationship.Name)).AsWarning());
            return false;
        }
        ImmutableArray<string> there = [.. relationship.There.Select(column => to.Known(column).Name)];
        if (to.Key.IsEmpty)
            to.Key = there;
        if (!there.Order(StringComparer.Ordinal).SequenceEqual(to.Key.Order(StringComparer.Ordinal)))
        {
            issues.Add(Issue.At(relationship.Place, "interchange.ossie-link-key", ("name", relationship.Name), ("target", to.Source.Name), ("key", string.Join(", ", to.Key))).AsWarning());
            return false;
        }
        ImmutableArray<string> here = [.. relationship.Here.Select(column => from.Known(column).Name)];
        from.Links.Add((NameOf(relationship, from, here), to.Name, [.. here.Zip(there)]));
        return true;
    }

    /// <summary>A link by one column has its name, as link columns do; a second one from there has the relationship's.</summary>
    private static string NameOf(OssieRelationship relationship, OssieTable from, ImmutableArray<string> here) =>
        here is [var column] && from.Links.All(link => link.Name != column) ? column : Dbt.Planning.DefinitionNames.Fit(relationship.Name);
}
