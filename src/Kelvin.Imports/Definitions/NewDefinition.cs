using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Imports.Definitions;

/// <summary>Makes the definition of a dataset for a file that none is for.</summary>
public sealed class NewDefinition(ImportDefinitions definitions)
{
    /// <summary>The definition, checked among the others; an issue where its name or its file is taken.</summary>
    /// <param name="written">What the dataset is to be called.</param>
    /// <param name="file">The file; its questions answered.</param>
    /// <param name="catalog">The datasets that there are.</param>
    public Checked<MadeDefinition> Make(string written, FileProposal file, MetricCatalog catalog)
    {
        var name = NewDataset.NameOf(written);
        if (definitions.NewFile(name) is not { } path || catalog.Datasets.ContainsKey(name))
            return Checked<MadeDefinition>.Faulty(Issue.At(null, "import.name-taken", ("name", name), ("file", name + ".yaml")));
        var yaml = NewDataset.Yaml(name, file, catalog);
        return NewDataset.Check(name, yaml, definitions.Files).Then(dataset => Checked<MadeDefinition>.Sound(
            new MadeDefinition(path, yaml, dataset, ((DatasetSource.Files)dataset.Source).Format)));
    }
}
