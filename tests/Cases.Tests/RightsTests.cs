namespace Cases.Tests;

/// <summary>An answer says which rows its asker was not shown.</summary>
public sealed class RightsTests
{
    [Theory]
    [InlineData("Rights restrict the rows", "orders: customer_id.customer_rank = 1")]
    [InlineData("Rights restrict the rows that are rolled up", "items: product != 'gold'")]
    [InlineData("A filter on a linked dimension", "")]
    public async Task Rights_show_in_the_explanation(string name, string expected)
    {
        var catalog = CaseFiles.All["links"];
        var outcome = await Asked.Of(catalog.Tests.Single(test => test.Name == name), catalog, Engine.All["DuckDB"]);
        Assert.Equal(expected, string.Join("; ", outcome.Value!.Explanation.RowFilters));
    }
}
