using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Planning;
using Kelvin.Loading.Proposing;
using Kelvin.Web.Data.Words;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Review;

/// <summary>Says which column of the file goes where; for a dataset that is to be made, what its columns will be.</summary>
public sealed partial class ColumnForm
{
    private const int Samples = 3;
    private const int LongestSample = 24;

    /// <summary>The upload's id.</summary>
    [Parameter, EditorRequired]
    public string Upload { get; set; } = "";

    [Parameter, EditorRequired]
    public FilePlan Plan { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    private TableView NewColumns => new(
        [new(Reader.Say("data.import.in-file")), new(Reader.Say("data.column.type")), new(Reader.Say("data.import.values"))],
        [.. Plan.Proposal.Columns.Select(column => (ImmutableArray<TableCell>)[new(column.Name), new(TypeOf(column)), new(SamplesOf(column))])]);

    private IEnumerable<ColumnLine> Lines(FileTarget.Existing existing)
    {
        var words = new DataWords(Reader, Catalogs.Current);
        var lacking = existing.Columns.Lacking.Select(column => column.Name).ToHashSet();
        foreach (var column in existing.Columns.Dataset.Columns.Where(column => column.IsStored))
        {
            var match = existing.Columns.Matches.FirstOrDefault(one => one.Column.Name == column.Name);
            yield return new ColumnLine(
                DataAddress.ColumnField + column.Name, column.Label is { } label ? Reader.Read(label) : column.Name, words.Type(column),
                [new("", Reader.Say("data.import.no-column"), match is null), .. Plan.Proposal.Columns.Select(one => new Choice(one.Name, Shown(one), one.Name == match?.InFile))],
                match is null ? "" : Reader.Say("data.import.why." + match.Reason.ToString().ToLowerInvariant()), lacking.Contains(column.Name));
        }
    }

    /// <summary>The columns of the file that no column of the dataset takes.</summary>
    private string LeftOut(FileTarget.Existing existing) => string.Join(", ",
        Plan.Proposal.Columns.Where(column => existing.Columns.Matches.All(match => match.InFile != column.Name)).Select(column => column.Name));

    /// <summary>What a new column will hold; money by its currency.</summary>
    private string TypeOf(ColumnProposal column) => column.BareType.Split(' ') is ["money", var currency, ..] ? currency
        : Reader.Say("data.type.of-" + column.Kind.ToString().ToLowerInvariant());

    private static string Shown(ColumnProposal column) => SamplesOf(column) is { Length: > 0 } samples ? $"{column.Name}  ({samples})" : column.Name;

    private static string SamplesOf(ColumnProposal column) => string.Join(", ", column.Values.Take(Samples).Select(value => value.Length <= LongestSample ? value : value[..LongestSample] + "…"));
}
