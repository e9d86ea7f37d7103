using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;

namespace Kelvin.Loading.Proposing;

/// <summary>A dataset made of a file's columns as they are proposed, for reading the file with.</summary>
internal sealed record ProposedDataset(Dataset Dataset, FileFormat Format)
{
    private const string Name = "file";

    /// <summary>The dataset, with the names that columns have in the file; null where there are no columns, or two of one name.</summary>
    public static ProposedDataset? Of(FileProposal proposal)
    {
        if (proposal.Columns.IsEmpty || proposal.Columns.Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < proposal.Columns.Length)
            return null;
        var definition = new DefinitionFile("file.yaml", Yaml(proposal.Columns), null);
        var catalog = CatalogLoader.Load([definition]);
        if (!catalog.Datasets.TryGetValue(Name, out var dataset))
            return null;
        var names = proposal.Columns.Select((column, at) => (Own: NameOf(at), InFile: column.Name)).ToImmutableSortedDictionary(pair => pair.Own, pair => pair.InFile, StringComparer.Ordinal);
        return new ProposedDataset(dataset, proposal.Format with { Names = names });
    }

    private static string Yaml(ImmutableArray<ColumnProposal> columns) =>
        $"dataset: {Name}\ncolumns:\n{string.Concat(columns.Select((column, at) => $"  {NameOf(at)}: {column.BareType}?\n"))}";

    private static string NameOf(int at) => string.Create(CultureInfo.InvariantCulture, $"c{at + 1}");
}
