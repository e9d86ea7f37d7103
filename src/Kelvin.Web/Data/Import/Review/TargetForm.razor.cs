using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Planning;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>Says which dataset the rows go to, and what becomes of those that are there.</summary>
public sealed partial class TargetForm
{
    /// <summary>The upload's id.</summary>
    [Parameter, EditorRequired]
    public string Upload { get; set; } = "";

    [Parameter, EditorRequired]
    public FilePlan Plan { get; set; } = null!;

    /// <summary>The definitions with every pack taken.</summary>
    [Parameter, EditorRequired]
    public MetricCatalog Catalog { get; set; } = null!;

    /// <summary>A new one, those that the file may be for, and then all others.</summary>
    private ImmutableArray<Choice> Datasets =>
    [
        new(DataAddress.NewDataset, Reader.Say("data.import.new"), Plan.Target is FileTarget.New),
        .. Plan.Suggestions.Select(suggestion => Named(suggestion.Dataset, Reader.Say("data.import.suggested",
            ("dataset", Reader.Read(suggestion.Dataset.Label)), ("matched", suggestion.Matches.Length), ("columns", suggestion.Dataset.Columns.Count(column => column.IsStored))))),
        .. Catalog.Datasets.Values.Where(dataset => dataset.Source is DatasetSource.Files && Plan.Suggestions.All(suggestion => suggestion.Dataset.Name != dataset.Name))
            .Select(dataset => Named(dataset, Reader.Read(dataset.Label))).OrderBy(choice => choice.Text, StringComparer.Create(Reader.Culture, ignoreCase: true)),
    ];

    private Choice Named(Dataset dataset, string text) => new(dataset.Name, text, Plan.Dataset == dataset.Name);
}
