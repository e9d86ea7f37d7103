using System.Text;
using CsCheck;
using Kelvin.Collection.Pushing;
using Kelvin.Queries.Warehouse;

namespace Collection.Tests.Pushing;

public sealed class CsvPushTests
{
    private const string Header = "order_id,ordered_at,shipped_on,amount,weight,is_gift";
    private const string Row = "A-1,2026-03-02T08:15:00+01:00,,12.50,1.5,true";

    [Theory]
    [InlineData($"{Header}\n{Row}\n")]
    [InlineData($"\uFEFF{Header}\r\n{Row}")]
    [InlineData($"{Header}\r{Row}\r\r")]
    [InlineData("amount,ordered_at,order_id\n\n\"12.50\",2026-03-02T07:15Z,\"A \"\"one\"\", of\nthree\"\n")]
    public async Task Rows_are_taken_by_the_names_of_the_first_line(string csv)
    {
        await using var shop = await Shop.OpenAsync();
        var receipt = Taken(await PushAsync(shop, csv));
        Assert.Empty(receipt.Refused);
        Assert.Equal(new DateTime(2026, 3, 2, 7, 15, 0, DateTimeKind.Utc), receipt.Until);
        Assert.Equal((1, 1L), (receipt.Added, await shop.CountAsync()));
    }

    [Theory]
    [InlineData("B,2026-03-02T08:15:00,,1,,", "push.not-a-timestamp")]
    [InlineData("B,2026-03-02T08:15:00Z,2/3/2026,1,,", "push.not-a-date")]
    [InlineData("B,2026-03-02T08:15:00Z,,\"12,50\",,", "push.not-a-number")]
    [InlineData("B,2026-03-02T08:15:00Z,,0.00001,,", "import.not-fitting")]
    [InlineData("B,2026-03-02T08:15:00Z,,1,NaN,", "push.not-a-number")]
    [InlineData("B,2026-03-02T08:15:00Z,,1,,yes", "push.not-a-boolean")]
    [InlineData("B,2026-03-02T08:15:00Z,,,,", "rows.value-missing")]
    [InlineData(",2026-03-02T08:15:00Z,,1,,", "rows.value-missing")]
    [InlineData("A-1,2026-03-02T08:15:00Z,,1,,", "rows.key-twice")]
    [InlineData("B,2026-03-02T08:15:00Z,,1,", "push.field-count")]
    [InlineData("B,2026-03-02T08:15:00Z,,12,50,,", "push.field-count")]
    [InlineData("B\"s,2026-03-02T08:15:00Z,,1,,", "push.quotes")]
    [InlineData("\"B\"s,2026-03-02T08:15:00Z,,1,,", "push.quotes")]
    public async Task A_row_that_cannot_be_taken_is_refused_by_itself_with_its_place(string row, string code)
    {
        await using var shop = await Shop.OpenAsync();
        var receipt = Taken(await PushAsync(shop, $"{Header}\n{Row}\n{row}\n{Row.Replace("A-1", "A-2", StringComparison.Ordinal)}\n"));
        var refused = Assert.Single(receipt.Refused);
        Assert.Equal((1, code), (refused.Row, refused.Reason.Code));
        Assert.Equal(2, await shop.CountAsync());
    }

    [Theory]
    [InlineData("", "push.no-header")]
    [InlineData("\r\n\n", "push.no-header")]
    [InlineData("order_id,amuont\nA,1\n", "push.unknown-column")]
    [InlineData("\"order_id,amount\nA,1\n", "push.quote-open")]
    [InlineData("order_id,\"amount\" \nA,1\n", "push.quotes")]
    [InlineData("order_id,amount,order_id\nA,1,A\n", "push.column-twice")]
    [InlineData($"{Header}\n{Row}\n\"B,2026-03-02T08:15:00Z,,1,,\n{Row}\n", "push.quote-open")]
    public async Task What_cannot_be_told_apart_into_rows_is_refused_in_whole(string csv, string code)
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Equal(code, Assert.IsType<PushOutcome.Refused>(await PushAsync(shop, csv)).Issues[0].Code);
        Assert.Equal(0, await shop.CountAsync());
    }

    [Fact]
    public async Task Of_a_name_that_is_a_whole_text_only_the_beginning_is_said()
    {
        await using var shop = await Shop.OpenAsync();
        var issue = Assert.IsType<PushOutcome.Refused>(await PushAsync(shop, new string('a', 100_000))).Issues[0];
        Assert.Equal(("push.unknown-column", new string('a', 60)), (issue.Code, issue.Arguments["column"]));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_not_guessed_at()
    {
        await using var shop = await Shop.OpenAsync();
        var outcome = await shop.Pushing.PushAsync(
            new PushRequest("orders", LoadMode.Append) { Format = PushFormat.Csv }, Encoding.Latin1.GetBytes($"{Header}\nÅ{Row}\n"), CancellationToken.None);
        Assert.Equal("push.not-utf8", Assert.IsType<PushOutcome.Refused>(outcome).Issues[0].Code);
    }

    [Fact]
    public async Task A_header_without_rows_is_taken_and_changes_nothing()
    {
        await using var shop = await Shop.OpenAsync();
        Assert.Equal((0L, null), (Taken(await PushAsync(shop, Header + "\n")) is var receipt ? receipt.Added : -1, receipt.Load));
    }

    [Fact]
    public void What_is_written_as_fields_is_read_back_as_it_was()
    {
        var texts = Gen.OneOf(Gen.String[Gen.Char["ab,\"\r\n åz"], 0, 6], Gen.String);
        texts.Array[1, 5].Array[1, 5].Sample(records =>
        {
            var written = string.Join("\r\n", records.Select(record => string.Join(',', record.Select(text => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            var (csv, fields) = (new CsvFields(written), new List<string>());
            foreach (var record in records)
            {
                Assert.True(csv.Read(fields));
                Assert.False(csv.IsBroken || csv.IsOpen);
                Assert.Equal(record, fields);
            }
            Assert.False(csv.Read(fields));
        });
    }

    private static Task<PushOutcome> PushAsync(Shop shop, string csv) =>
        shop.Pushing.PushAsync(new PushRequest("orders", LoadMode.Append) { Format = PushFormat.Csv }, Encoding.UTF8.GetBytes(csv), CancellationToken.None);

    private static WriteReceipt Taken(PushOutcome outcome) => Assert.IsType<PushOutcome.Taken>(outcome).Receipt;
}
