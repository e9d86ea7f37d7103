using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>Files as they come: what is sound is loaded, what is not is told with line, column and reason, and the counts add up.</summary>
public abstract class LoadingTests(TestEngine engine) : EngineTests(engine)
{
    internal static readonly Dataset Orders = Dataset("orders",
        Text("id"), Money("amount"), Number("boxes", 0, optional: true), Date("day"), Instant("at", optional: true), Truth("gift"), Number("weight", optional: true))
        with { Key = ["id"], Time = "at" };

    internal const string Header = "id,amount,boxes,day,at,gift,weight\n";
    private const string All = "SELECT id, amount, boxes, day, \"at\", gift, weight FROM orders ORDER BY id";
    private static readonly string[] Columns = ["id", "amount", "boxes", "day", "at", "gift", "weight"];

    [Fact]
    public async Task Zeros_for_which_a_column_has_no_room_are_taken()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,12345678901234.567800000000000000,2,2025-01-31,,,\nb,-0.12340000,,2025-02-01,,,\nc,99999999999999.999900,,2025-02-01,,,\n");
        Assert.Equal((3, 0), (report.Accepted, report.Rejected));
        Assert.Equal(
            ["a|12345678901234.5678", "b|-0.1234", "c|99999999999999.9999"],
            await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task A_clean_file_comes_in_whole()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,1.5,2,2025-01-31,2025-01-31 10:00:00,true,0.25\nb,-3,,2025-02-01,,,\n");
        Assert.Equal((2, 0, 0), (report.Accepted, report.Rejected, report.EmptyLines));
        Assert.Equal(
            ["a|1.5000|2|2025-01-31 00:00:00|2025-01-31 10:00:00|true|0.25", "b|-3.0000|∅|2025-02-01 00:00:00|∅|∅|∅"],
            await scratch.RowsAsync(All, Columns));
        Assert.Equal(new DateTime(2025, 1, 31, 10, 0, 0, DateTimeKind.Utc), report.Until);
    }

    [Theory]
    [InlineData("x,1.2345678,,2025-01-31,,,", "import.too-many-decimals", "amount")]
    [InlineData("x,twelve,,2025-01-31,,,", "import.not-a-number", "amount")]
    [InlineData("x,nan,,2025-01-31,,,", "import.not-a-number", "amount")]
    [InlineData("x,5.E,,2025-01-31,,,", "import.not-a-number", "amount")]
    [InlineData("x,1.2345E-3,,2025-01-31,,,", "import.too-many-decimals", "amount")]
    [InlineData("x,1E+30,,2025-01-31,,,", "import.number-too-large", "amount")]
    [InlineData("x,123456789012345678,,2025-01-31,,,", "import.number-too-large", "amount")]
    [InlineData("x,1,1.5,2025-01-31,,,", "import.not-whole", "boxes")]
    [InlineData("x,1,99999999999999999999,2025-01-31,,,", "import.number-too-large", "boxes")]
    [InlineData("x,1,,2025-02-30,,,", "import.not-a-date", "day")]
    [InlineData("x,1,,31/01/2025,,,", "import.not-a-date", "day")]
    [InlineData("x,1,,infinity,,,", "import.not-a-date", "day")]
    [InlineData("x,1,,25-01-31,,,", "import.not-a-date", "day")]
    [InlineData("x,1,,2025-01-31,2025-01-31 25:00:00,,", "import.not-a-timestamp", "at")]
    [InlineData("x,1,,2025-01-31,epoch,,", "import.not-a-timestamp", "at")]
    [InlineData("x,1,,2025-01-31,,maybe,", "import.not-boolean", "gift")]
    [InlineData("x,1,,2025-01-31,,,inf", "import.not-a-number", "weight")]
    [InlineData("x,1,,2025-01-31,,,1e999", "import.not-a-number", "weight")]
    [InlineData("x,,,2025-01-31,,,", "import.value-missing", "amount")]
    [InlineData(",1,,2025-01-31,,,", "import.value-missing", "id")]
    [InlineData("x,EUR 5,,2025-01-31,,,", "import.other-currency", "amount")]
    [InlineData("x,1,,2025-01-31,,", "import.other-field-count", null)]
    [InlineData("x,1,,2025-01-31,,,,y", "import.other-field-count", null)]
    [InlineData("\"x,1,,2025-01-31,,,", "import.unclosed-quote", null)]
    [InlineData("\"x\"y,1,,2025-01-31,,,", "import.text-after-quote", null)]
    [InlineData("a,1,,2025-01-31,,,", "import.key-repeated", "id")]
    public async Task A_row_that_cannot_be_taken_is_told_and_the_others_come_in(string row, string code, string? column)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\n\n" + row + "\nb,2,,2025-01-31,,,\n");
        var rejection = Assert.Single(report.Rejections);
        Assert.Equal((code, column, 4L, row), (rejection.Reason.Code, rejection.Column, rejection.Row, rejection.Text));
        Assert.Equal(4, rejection.Reason.Place!.Line);
        Assert.Equal((2, 1, 1), (report.Accepted, report.Rejected, report.EmptyLines));
        Assert.Equal(["a", "b"], await scratch.RowsAsync("SELECT id FROM orders ORDER BY id", "id"));
        var rejected = await File.ReadAllLinesAsync(report.RejectedFile!);
        Assert.Equal(["line,reason," + Header.TrimEnd(), $"4,\"{rejection.Reason.Message(Tongue.English).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{(rejection.Reason.Code.EndsWith("-quote", StringComparison.Ordinal) ? $"\"{row.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : row)}"], rejected);
        Assert.NotEqual("", rejection.Reason.Message(Tongue.Swedish));
    }

    [Theory]
    [InlineData("1.5", "1.5000")]
    [InlineData("1.50000", "1.5000")]
    [InlineData("+1.5", "1.5000")]
    [InlineData(" 1.5 ", "1.5000")]
    [InlineData("\u22121.5", "-1.5000")]
    [InlineData("1 234.5", "1234.5000")]
    [InlineData("1\u00a0234\u00a0567.5", "1234567.5000")]
    [InlineData("\"1,234,567.5\"", "1234567.5000")]
    [InlineData("1'234.5", "1234.5000")]
    [InlineData("1.5 kr", "1.5000")]
    [InlineData("SEK 1.5", "1.5000")]
    [InlineData("-1.5 SEK", "-1.5000")]
    [InlineData("\"1,5\"", "1.5000")]
    [InlineData("\"1.234,5\"", "1234.5000")]
    [InlineData("\"12,345.67 kr\"", "12345.6700")]
    [InlineData("\"0,123\"", "0.1230")]
    [InlineData(".5", "0.5000")]
    [InlineData("1.71E+11", "171000000000.0000")]
    [InlineData("\"-1,5e3\"", "-1500.0000")]
    [InlineData("25E-2", "0.2500")]
    public async Task Amounts_are_understood_as_people_write_them(string written, string expected)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + $"a,{written},,2025-01-31,,,\n");
        Assert.Empty(report.Rejections);
        Assert.Equal([expected], await scratch.RowsAsync("SELECT amount FROM orders", "amount"));
    }

    [Theory]
    [InlineData("1.5 kr", "1.5000")]
    [InlineData("$1.5", "1.5000")]
    [InlineData("-1.5 PLN", "-1.5000")]
    public async Task An_amount_whose_row_says_the_currency_may_have_any_sign(string written, string expected)
    {
        var payments = Dataset("payments", Text("currency"), new Column("amount", DataType.Number(Unit.CurrencyBy("currency")), 4, false));
        await using var scratch = await OpenAsync(payments);
        var report = await scratch.LoadAsync(payments, $"currency,amount\nSEK,{written}\n");
        Assert.Empty(report.Rejections);
        Assert.Equal([expected], await scratch.RowsAsync("SELECT amount FROM payments", "amount"));
    }

    [Fact]
    public async Task An_amount_that_can_be_read_in_two_ways_is_not_guessed()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,\"1,234\",,2025-01-31,,,\n");
        Assert.Equal("import.ambiguous-number", Assert.Single(report.Rejections).Reason.Code);
        var told = await scratch.LoadAsync(Orders, Header + "a,\"1,234\",,2025-01-31,,,\n", format: new FileFormat { DecimalMark = ',' });
        Assert.Equal(["1.2340"], await scratch.RowsAsync("SELECT amount FROM orders", "amount"));
        Assert.Equal(1, told.Accepted);
    }

    [Fact]
    public async Task Several_faults_of_a_row_are_all_told_and_it_counts_once()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,x,y,2025-13-01,,,\n");
        Assert.Equal((0, 1), (report.Accepted, report.Rejected));
        Assert.Equal(["amount", "boxes", "day"], report.Rejections.Select(rejection => rejection.Column));
    }

    [Fact]
    public async Task A_semicolon_file_with_decimal_commas_and_local_dates_is_read_by_its_format()
    {
        await using var scratch = await OpenAsync(Orders);
        var format = new FileFormat { Dates = "dd-MM-yyyy", Timestamps = "dd-MM-yyyy HH:mm", Missing = ["n/a"] };
        var report = await scratch.LoadAsync(Orders, Header.Replace(',', ';') + "a;1234,5;n/a;31-01-2025;31-07-2025 10:30;ja;0,5\n", format: format, zone: "Europe/Stockholm");
        Assert.Empty(report.Rejections);
        Assert.Equal(["a|1234.5000|∅|2025-01-31 00:00:00|2025-07-31 08:30:00|true|0.5"], await scratch.RowsAsync(All, Columns));
    }

    [Fact]
    public async Task Columns_come_by_name_in_any_order_and_case_and_extra_ones_are_told()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("f.csv", "DAY,Noise,Amount,ID\n2025-01-31,zzz,5,a\n"));
        Assert.Equal(
            ["import.optional-column-lacking", "import.optional-column-lacking", "import.optional-column-lacking", "import.optional-column-lacking", "import.extra-columns"],
            report.Issues.Select(issue => issue.Code));
        Assert.All(report.Issues, issue => Assert.Equal(Severity.Warning, issue.Severity));
        Assert.Equal(["a|5.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders", "id", "amount"));
    }

    [Fact]
    public async Task Without_a_header_names_give_the_numbers_of_the_columns_that_matter()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(
            Orders, "zzz,2025-01-31,5,a,\"1,5\"\nzzz,2025-02-01,6,b\n", format: Numbered(("id", "4"), ("amount", "3"), ("day", "2")));
        Assert.Equal(["import.other-field-count"], report.Rejections.Select(rejection => rejection.Reason.Code));
        Assert.Equal(["a|5.0000|2025-01-31 00:00:00"], await scratch.RowsAsync("SELECT id, amount, day FROM orders", "id", "amount", "day"));
        await scratch.LoadAsync(Orders, "zzz,2025-03-01,7,c,\n", format: Numbered(("id", "4"), ("amount", "3"), ("day", "2")));
        Assert.Equal(["c|7.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders", "id", "amount"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("day")]
    public async Task A_number_that_no_column_of_the_file_has_is_an_issue(string number)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(
            Orders, scratch.Write("f.csv", "zzz,2025-01-31,5,a\n"), format: Numbered(("id", "4"), ("amount", "3"), ("day", number)));
        Assert.Equal("import.column-number", Assert.Single(report.Issues, issue => issue.Severity == Severity.Error).Code);
    }

    private static FileFormat Numbered(params (string Column, string Number)[] names) =>
        new() { HasHeader = false, Names = names.ToImmutableSortedDictionary(name => name.Column, name => name.Number) };

    [Theory]
    [InlineData("id,amount\na,1\n", "import.column-lacking")]
    [InlineData("a,1,,2025-01-31,,,\n", "import.no-header")]
    [InlineData("\n\n\n", "import.no-rows")]
    [InlineData("id,amount,day,id\na,1,2025-01-31,b\n", "import.column-twice")]
    public async Task A_file_without_the_columns_needed_is_an_issue(string content, string code)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("f.csv", content));
        Assert.Equal(code, report.Issues.First(issue => issue.Severity == Severity.Error).Code);
    }

    [Fact]
    public async Task A_wrong_separator_is_told_with_the_right_one()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("f.csv", Header + "a,1,,2025-01-31,,,\n"), format: new FileFormat { Separator = ';' });
        Assert.Equal("The file seems to be separated by , and not by ;.", Assert.Single(report.Issues).Message(Tongue.English));
    }

    [Fact]
    public async Task What_is_no_file_of_rows_is_an_issue()
    {
        await using var scratch = await OpenAsync(Orders);
        async Task<string> CodeOf(string path) => Assert.Single((await scratch.TryLoadAsync(Orders, path)).Issues).Code;
        Assert.Equal("import.is-folder", await CodeOf(scratch.Folder));
        Assert.Equal("import.missing-file", await CodeOf(Path.Combine(scratch.Folder, "absent.csv")));
        Assert.Equal("import.empty-file", await CodeOf(scratch.Write("empty.csv", "")));
        Assert.Equal("import.binary", await CodeOf(scratch.Write("noise.csv", [1, 0, 0, 2, 0, 0, 0, 3, 4, 5, 6, 7])));
        Assert.Equal("import.broken-zip", await CodeOf(scratch.Write("book.xlsx", [.. "PK\u0003\u0004"u8, 0, 0, 0])));
    }

    [Theory]
    [InlineData("2025-03-30 01:59", "2025-03-30 00:59:00")]
    [InlineData("2025-03-30 02:30", "2025-03-30 01:30:00")]
    [InlineData("2025-03-30 03:00", "2025-03-30 01:00:00")]
    [InlineData("2025-10-26 02:30", "2025-10-26 00:30:00")]
    [InlineData("2025-10-26 03:00", "2025-10-26 02:00:00")]
    [InlineData("2025-07-01T12:00:00Z", "2025-07-01 12:00:00")]
    [InlineData("2025-07-01 12:00:00+02:00", "2025-07-01 10:00:00")]
    [InlineData("2025-07-01T12:00:00-0330", "2025-07-01 15:30:00")]
    public async Task An_instant_without_zone_is_on_the_local_clock(string written, string utc)
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + $"a,1,,2025-01-31,{written},,\n", zone: "Europe/Stockholm");
        Assert.Equal([utc], await scratch.RowsAsync("SELECT \"at\" FROM orders", "at"));
        // The exact way, which a stray value elsewhere leads to, must say the same.
        await scratch.LoadAsync(Orders, Header + $"a,1,,2025-01-31,{written},,\nb,x,,2025-01-31,,,\n", zone: "Europe/Stockholm");
        Assert.Equal([utc], await scratch.RowsAsync("SELECT \"at\" FROM orders", "at"));
    }
}

public sealed class LoadingTestsOnDuckDb() : LoadingTests(TestEngine.DuckDb);

public sealed class LoadingTestsOnPostgres() : LoadingTests(TestEngine.Postgres);
