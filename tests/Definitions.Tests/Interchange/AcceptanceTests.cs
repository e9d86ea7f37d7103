using Kelvin.Catalog;
using Kelvin.Interchange.Writing;

namespace Definitions.Tests.Interchange;

/// <summary>Of what another tool's words became, as little is taken out as makes the rest sound.</summary>
public sealed class AcceptanceTests
{
    [Fact]
    public void A_dataset_stays_without_its_time_when_that_column_cannot()
    {
        var (files, refused) = Of("dataset: visits\nlabel: Visits\nkey: [id]\ntime: seen\ncolumns:\n  id: text\n  seen:\n    type: nonsense\n    label: Seen\n  place: text?\n");
        var dataset = CatalogLoader.Load(files).Datasets["visits"];
        Assert.Null(dataset.Time);
        Assert.Equal(["id", "place"], dataset.Columns.Select(column => column.Name));
        Assert.All(refused, refusal => Assert.True(refusal.IsPart));
    }

    [Fact]
    public void Two_faults_of_one_column_take_that_column_out_and_no_other()
    {
        var (files, refused) = Of("dataset: visits\nlabel: Visits\ncolumns:\n  id: text\n  odd:\n    type: nonsense\n    colour: red\n  place: text?\n  last: text?\n");
        Assert.Equal(["id", "place", "last"], CatalogLoader.Load(files).Datasets["visits"].Columns.Select(column => column.Name));
        Assert.True(refused.Count() >= 1);
    }

    private static (IReadOnlyList<DefinitionFile> Files, IEnumerable<Refusal> Refused) Of(string text)
    {
        var (files, refused) = Acceptance.Of([new DefinitionFile("visits.yaml", text, null)]);
        return (files, refused);
    }
}
