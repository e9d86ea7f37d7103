using System.Text;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.Scratch;

namespace Engines.Tests;

/// <summary>Files as they come: what is sound is loaded, what is not is told with line, column and reason, and the counts add up.</summary>
public sealed class LoadingTests
{
    private static readonly Dataset Orders = Dataset("orders",
        Text("id"), Money("amount"), Number("boxes", 0, optional: true), Date("day"), Instant("at", optional: true), Truth("gift"), Number("weight", optional: true))
        with { Key = ["id"], Time = "at" };

    private const string Header = "id,amount,boxes,day,at,gift,weight\n";
    private const string All = "SELECT id, amount, boxes, day, \"at\", gift, weight FROM orders ORDER BY id";
    private static readonly string[] Columns = ["id", "amount", "boxes", "day", "at", "gift", "weight"];

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
    [InlineData("x,1,,2025-01-31,,,,", "import.other-field-count", null)]
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
        Assert.Equal(["line,reason," + Header.TrimEnd(), $"4,\"{rejection.Reason.Message(Tongue.English).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row}"], rejected);
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
    public async Task Amounts_are_understood_as_people_write_them(string written, string expected)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + $"a,{written},,2025-01-31,,,\n");
        Assert.Empty(report.Rejections);
        Assert.Equal([expected], await scratch.RowsAsync("SELECT amount FROM orders", "amount"));
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
        Assert.Equal("import.workbook", await CodeOf(scratch.Write("book.xlsx", [.. "PK\u0003\u0004"u8, 0, 0, 0])));
        Assert.Equal("import.unreadable-file", await CodeOf(scratch.Write("broken.parquet", "PAR1 and then nothing")));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("windows-1252", false)]
    public async Task Letters_survive_whatever_the_encoding(string name, bool marked)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        await using var scratch = await OpenAsync(Orders);
        byte[] bytes = [.. marked ? encoding.Preamble.ToArray() : [], .. encoding.GetBytes(Header + "Åsa Öberg,1,,2025-01-31,,,\n")];
        var report = await scratch.TryLoadAsync(Orders, scratch.Write("f.csv", bytes));
        Assert.Equal(1, report.Value!.Accepted);
        Assert.Equal(["Åsa Öberg"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_end_in_any_of_the_three_ways(string end)
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, (Header + "a,1,,2025-01-31,,,\nb,2,,2025-01-31,,,\nc,x,,2025-01-31,,,").Replace("\n", end, StringComparison.Ordinal));
        Assert.Equal((2, 4L), (report.Accepted, Assert.Single(report.Rejections).Row));
    }

    [Fact]
    public async Task Line_numbers_stay_right_after_quoted_line_breaks()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "\"a\n\n1\",1,,2025-01-31,,,\r\n\"b\"\"\r\n2\",2,,2025-01-31,,,\nc,x,,2025-01-31,,,\n");
        Assert.Equal(7, Assert.Single(report.Rejections).Row);
        Assert.Equal(["a\n\n1", "b\"\r\n2"], await scratch.RowsAsync("SELECT id FROM orders ORDER BY id", "id"));
    }

    [Fact]
    public async Task Eighty_nine_thousand_empty_lines_are_counted_and_passed_over()
    {
        await using var scratch = await OpenAsync(Orders);
        var plain = await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\n" + new string('\n', 89_000) + "b,2,,2025-01-31,,,\n");
        Assert.Equal((2, 0, 89_000), (plain.Accepted, plain.Rejected, plain.EmptyLines));
        var fromSheet = await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\n" + string.Concat(Enumerable.Repeat(",,,,,,\n", 89_000)));
        Assert.Equal((1, 0, 89_000), (fromSheet.Accepted, fromSheet.Rejected, fromSheet.EmptyLines));
    }

    [Fact]
    public async Task A_line_of_two_gigabytes_is_refused_in_little_memory()
    {
        await using var scratch = await OpenAsync(Orders);
        var path = scratch.Write("long.csv", Header);
        // A sparse file: zeros that take no room on disk.
        await using (var file = File.OpenWrite(path))
            file.SetLength(2L << 30);
        var before = GC.GetTotalAllocatedBytes();
        var issue = Assert.Single((await scratch.TryLoadAsync(Orders, path)).Issues);
        Assert.True(issue.Code is "import.line-too-long" or "import.binary", issue.Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20, "allocated too much");

        var text = Path.Combine(scratch.Folder, "text.csv");
        await using (var file = File.Create(text))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes(Header + "a,1,,2025-01-31,,,\n"));
            var letters = new byte[1 << 20];
            letters.AsSpan().Fill((byte)'x');
            for (var written = 0; written < 16; written++)
                await file.WriteAsync(letters);
        }
        Assert.Equal("Line 3 is longer than 2,000,000 characters.", Assert.Single((await scratch.TryLoadAsync(Orders, text)).Issues).Message(Tongue.English));
    }

    [Fact]
    public async Task Only_the_first_of_a_repeated_key_is_taken_and_the_earlier_line_is_told()
    {
        await using var scratch = await OpenAsync(Orders);
        var report = await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\nb,2,,2025-01-31,,,\na,3,,2025-01-31,,,\na,4,,2025-01-31,,,\n");
        Assert.Equal([4L, 5L], report.Rejections.Select(rejection => rejection.Row));
        Assert.Equal("id is a on line 2 too; the first one was taken.", report.Rejections[1].Reason.Message(Tongue.English));
        Assert.Equal(["a|1.0000", "b|2.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task A_key_that_is_there_already_is_rejected_when_appending()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "a,1,,2025-01-31,,,\n");
        var report = await scratch.LoadAsync(Orders, Header + "a,9,,2025-01-31,,,\nb,2,,2025-01-31,,,\n", LoadMode.Append);
        Assert.Equal(("import.key-present", 2L), (Assert.Single(report.Rejections).Reason.Code, report.Rejections[0].Row));
        Assert.Equal(["a|1.0000", "b|2.0000"], await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY id", "id", "amount"));
    }

    [Fact]
    public async Task The_same_file_appended_again_changes_nothing_and_says_so()
    {
        var keyless = Orders with { Key = [] };
        await using var scratch = await OpenAsync(keyless);
        var path = scratch.Write("f.csv", Header + "a,1,,2025-01-31,,,\n");
        var first = await scratch.TryLoadAsync(keyless, path, LoadMode.Append);
        var second = await scratch.TryLoadAsync(keyless, path, LoadMode.Append);
        Assert.Equal("import.already-loaded", Assert.Single(second.Issues).Code);
        Assert.Equal((0, first.Value!.DataVersion), (second.Value!.Accepted, second.Value.DataVersion));
        var states = await scratch.Warehouse.StatesAsync(default);
        Assert.Equal((1, 1), (states["orders"].Rows, states["orders"].DataVersion));
        Assert.Equal(1, (await scratch.TryLoadAsync(keyless, path)).Value!.Accepted);
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

    [Fact]
    public async Task A_cancelled_load_leaves_nothing_behind()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "old,1,,2025-01-31,,,\n");
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(number => $"r{number},1,,2025-01-31,,,\n"));
        using var cancellation = new CancellationTokenSource();
        var progress = new Stop(cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scratch.TryLoadAsync(
            Orders, scratch.Write("f.csv", Header + rows), progress: progress, cancellationToken: cancellation.Token));
        Assert.Equal(["old"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
        Assert.Equal(1, (await scratch.Warehouse.StatesAsync(default))["orders"].DataVersion);
        Assert.Equal(1, (await scratch.LoadAsync(Orders, Header + "new,1,,2025-01-31,,,\n")).Accepted);
    }

    [Fact]
    public async Task A_file_whose_every_row_is_rejected_replaces_nothing()
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "old,1,,2025-01-31,,,\n");
        var report = await scratch.LoadAsync(Orders, Header + "new,x,,2025-01-31,,,\n");
        Assert.Equal((0, 1), (report.Accepted, report.Rejected));
        Assert.Equal(["old"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
    }

    private sealed class Stop(CancellationTokenSource cancellation) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
            if (value.Stage == LoadStage.Reading)
                cancellation.Cancel();
        }
    }
}
