using System.Text;
using Kelvin.Collection.Pushing;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Pushing;

public sealed class PushTests
{
    private const string Row = """{ "order_id": "A-1", "ordered_at": "2026-03-02T08:15:00+01:00", "amount": "12.50", "weight": 1.5, "is_gift": true }""";

    [Theory]
    [InlineData($"[{Row}]")]
    [InlineData(Row)]
    [InlineData("\uFEFF" + Row + "\n")]
    [InlineData("""{ "order_id": "A-0", "ordered_at": "2026-03-02T07:15Z", "amount": 1 }""" + "\n" + Row)]
    public async Task Rows_are_taken_as_a_list_or_one_a_line(string json)
    {
        await using var shop = await Shop.OpenAsync();
        var receipt = Taken(await PushAsync(shop, json));
        Assert.Empty(receipt.Refused);
        Assert.Equal(new DateTime(2026, 3, 2, 7, 15, 0, DateTimeKind.Utc), receipt.Until);
        Assert.Equal(receipt.Added, await shop.CountAsync());
    }

    [Fact]
    public async Task An_empty_list_is_taken_and_changes_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Equal((0L, null), (Taken(await PushAsync(shop, "[]")).Added, Taken(await PushAsync(shop, " [ ] ")).Load));
    }

    [Theory]
    [InlineData("""{ "order_id": 7, "ordered_at": "2026-03-02T08:15:00Z", "amount": 1 }""", "push.not-a-text")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00", "amount": 1 }""", "push.not-a-timestamp")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02", "amount": 1 }""", "push.not-a-timestamp")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-02-30T08:15:00Z", "amount": 1 }""", "push.not-a-timestamp")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": "12,50" }""", "push.not-a-number")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": 0.00001 }""", "import.not-fitting")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1, "weight": 1e999 }""", "push.not-a-number")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1, "is_gift": "true" }""", "push.not-a-boolean")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1, "shipped_on": "2/3/2026" }""", "push.not-a-date")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": { "value": 1 } }""", "push.value-nested")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amuont": 1 }""", "push.unknown-column")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z" }""", "rows.value-missing")]
    [InlineData("""{ "order_id": "B", "ordered_at": null, "amount": 1 }""", "rows.value-missing")]
    [InlineData("""{ "order_id": "A-1", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1 }""", "rows.key-twice")]
    [InlineData("""{ "order_id": "\ud800", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1 }""", "push.not-a-text")]
    [InlineData("""{ "order_id": "B", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1, "\ud800": 1 }""", "push.unknown-column")]
    public async Task A_row_that_cannot_be_taken_is_refused_by_itself_with_its_place(string row, string code)
    {
        await using var shop = await Shop.OpenAsync();
        var receipt = Taken(await PushAsync(shop, $"[{Row}, {row}, {Row.Replace("A-1", "A-2", StringComparison.Ordinal)}]"));
        var refused = Assert.Single(receipt.Refused);
        Assert.Equal((1, code), (refused.Row, refused.Reason.Code));
        Assert.Equal(2, await shop.CountAsync());
    }

    [Theory]
    [InlineData("", "push.no-rows")]
    [InlineData("  \n", "push.no-rows")]
    [InlineData("order_id,amount\nA-1,1\n", "push.not-json")]
    [InlineData("[{\"order_id\": \"A-1\"", "push.not-json")]
    [InlineData("7", "push.not-rows")]
    [InlineData("[7]", "push.not-rows")]
    [InlineData("[[]]", "push.not-rows")]
    public async Task What_is_not_rows_at_all_is_refused_in_whole(string text, string code)
    {
        await using var shop = await Shop.OpenAsync();
        var refused = Assert.IsType<PushOutcome.Refused>(await PushAsync(shop, text));
        Assert.Equal(code, refused.Issues[0].Code);
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task A_binary_number_may_be_greater_than_any_exact_one()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Empty(Taken(await PushAsync(shop, Row.Replace("1.5", "1e30", StringComparison.Ordinal))).Refused);
        Assert.Equal(1, await shop.CountAsync());
    }

    [Fact]
    public async Task Of_a_value_that_comes_twice_the_last_one_counts()
    {
        await using var shop = await Shop.OpenAsync();
        var receipt = Taken(await PushAsync(shop, """{ "order_id": "A-1", "ordered_at": "2026-03-02T08:15:00Z", "amount": 1, "amount": null }"""));
        Assert.Equal("rows.value-missing", Assert.Single(receipt.Refused).Reason.Code);
    }

    [Fact]
    public async Task All_or_nothing_takes_nothing_and_says_where_it_fails()
    {
        await using var shop = await Shop.OpenAsync();
        var outcome = await PushAsync(shop, $$"""[{{Row}}, { "order_id": "B" , "amount": true }]""", request => request with { AllOrNothing = true });
        Assert.Contains("row 2", Assert.IsType<PushOutcome.Refused>(outcome).Issues[0].Message(Tongue.English), StringComparison.Ordinal);
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task The_same_key_with_other_rows_or_another_mode_is_told_apart()
    {
        await using var shop = await Shop.OpenAsync();
        var first = Taken(await PushAsync(shop, $"[{Row}]", request => request with { Key = "k-1" }));
        var rows = await PushAsync(shop, $"[{Row.Replace("A-1", "A-2", StringComparison.Ordinal)}]", request => request with { Key = "k-1" });
        var mode = await PushAsync(shop, $"[{Row}]", request => request with { Key = "k-1", Mode = LoadMode.Upsert });
        foreach (var outcome in new[] { rows, mode })
        {
            var issue = Assert.Single(Assert.IsType<PushOutcome.Refused>(outcome).Issues);
            Assert.Equal(("rows.key-of-another", first.Load), (issue.Code, issue.Arguments["load"]));
        }
        Assert.Equal(1, await shop.CountAsync());
    }

    [Fact]
    public async Task The_same_key_again_takes_nothing_twice()
    {
        await using var shop = await Shop.OpenAsync();
        var first = Taken(await PushAsync(shop, $"[{Row}]", request => request with { Key = "k-1" }));
        var again = Taken(await PushAsync(shop, $"[{Row}]", request => request with { Key = "k-1" }));
        Assert.Equal((first.Load, true), (again.Load, again.IsRepeated));
        Assert.Equal(1, await shop.CountAsync());
    }

    [Fact]
    public async Task Rows_are_changed_and_removed_by_their_key()
    {
        await using var shop = await Shop.OpenAsync();
        await PushAsync(shop, $"[{Row}]");
        var changed = Taken(await PushAsync(shop, $"[{Row.Replace("12.50", "13.50", StringComparison.Ordinal)}]", request => request with { Mode = LoadMode.Upsert }));
        Assert.Equal((0L, 1L), (changed.Added, changed.Replaced));
        var removed = Taken(await PushAsync(shop, """[{ "order_id": "A-1" }, { "order_id": "nobody" }]""", request => request with { Mode = LoadMode.Remove }));
        Assert.Equal((1L, 1L), (removed.Removed, removed.Unchanged));
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task An_unknown_dataset_says_which_is_near()
    {
        await using var shop = await Shop.OpenAsync();
        var unknown = Assert.IsType<PushOutcome.Unknown>(await PushAsync(shop, $"[{Row}]", request => request with { Dataset = "order" }));
        Assert.Contains("orders", unknown.Issue.Hint(Tongue.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_request_may_hold_is_refused_in_whole()
    {
        await using var shop = await Shop.OpenAsync(PushLimits.Default with { RowsARequest = 2, BytesARequest = 10_000, BytesAValue = 100 });
        Assert.Equal("push.too-many-rows", Assert.IsType<PushOutcome.Refused>(await PushAsync(shop, $"{Row}\n{Row}\n{Row}")).Issues[0].Code);
        Assert.IsType<PushOutcome.TooLong>(await PushAsync(shop, new string(' ', 10_001)));
        var longValue = Taken(await PushAsync(shop, Row.Replace("A-1", new string('x', 101), StringComparison.Ordinal)));
        Assert.Equal("push.value-too-long", Assert.Single(longValue.Refused).Reason.Code);
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task Many_senders_at_once_are_all_durable_once()
    {
        await using var shop = await Shop.OpenAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(sender => Task.Run(() =>
            PushAsync(shop, $"[{Row.Replace("A-1", $"S-{sender}", StringComparison.Ordinal)}]", request => request with { Key = $"k-{sender}" }))));
        Assert.Equal(200, outcomes.Sum(outcome => Taken(outcome).Added));
        Assert.Equal(200, await shop.CountAsync());
    }

    private static WriteReceipt Taken(PushOutcome outcome) => Assert.IsType<PushOutcome.Taken>(outcome).Receipt;

    private static Task<PushOutcome> PushAsync(Shop shop, string json, Func<PushRequest, PushRequest>? with = null)
    {
        var request = new PushRequest("orders", LoadMode.Append);
        return shop.Pushing.PushAsync(with is null ? request : with(request), Encoding.UTF8.GetBytes(json), CancellationToken.None);
    }
}
