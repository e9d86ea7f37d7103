using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Queries.Warehouse;
using static Engines.Tests.LoadingTests;

namespace Engines.Tests;

/// <summary>Other formats than text bring the same rows into every engine, and what cannot be used is told alike.</summary>
public abstract class FormatTests(TestEngine engine) : EngineTests(engine)
{
    private const string All = "SELECT id, amount, boxes, day, \"at\", gift, weight FROM orders ORDER BY id";
    private static readonly string[] Columns = ["id", "amount", "boxes", "day", "at", "gift", "weight"];
    private static readonly string[] Expected =
        ["a|1234.5000|2|2025-03-04 00:00:00|2025-03-04 12:30:15|true|0.25", "b|-3.0000|∅|2025-02-01 00:00:00|2025-02-01 00:00:00|∅|∅"];

    [Fact]
    public async Task A_sheet_brings_days_truths_and_numbers_as_what_they_are()
    {
        await using var scratch = await OpenAsync(Orders);
        MiniExcelLibs.MiniExcel.SaveAs(Path.Combine(scratch.Folder, "book.xlsx"), new Dictionary<string, object?>[]
        {
            new() { ["id"] = "a", ["amount"] = 1234.5, ["boxes"] = 2, ["day"] = new DateTime(2025, 3, 4), ["at"] = new DateTime(2025, 3, 4, 12, 30, 15), ["gift"] = true, ["weight"] = 0.25 },
            new() { ["id"] = "b", ["amount"] = -3, ["boxes"] = null, ["day"] = "2025-02-01", ["at"] = new DateTime(2025, 2, 1), ["gift"] = null, ["weight"] = null },
        });
        await LoadsAsync(scratch, "book.xlsx");
    }

    [Theory]
    [InlineData("[{0},{1}]")]
    [InlineData("{0}\n{1}\n")]
    [InlineData("{{\"total\": 2, \"pages\": [1, 2], \"orders\": [{0}, {1}], \"next\": null}}")]
    public async Task Records_of_json_come_in_whatever_is_around_them(string form)
    {
        await using var scratch = await OpenAsync(Orders);
        var text = string.Format(
            System.Globalization.CultureInfo.InvariantCulture, form,
            """{"id": "a", "amount": 1234.50, "boxes": 2, "day": "2025-03-04", "at": "2025-03-04T12:30:15Z", "gift": true, "weight": 2.5e-1}""",
            """{"id": "b", "amount": -3, "boxes": null, "day": "2025-02-01", "at": "2025-02-01"}""");
        scratch.Write("file.json", text);
        await LoadsAsync(scratch, "file.json");
    }

    [Fact]
    public async Task Parquet_comes_in_the_same()
    {
        await using var scratch = await OpenAsync(Orders);
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            COPY (SELECT * FROM (VALUES
              ('a', 1234.5::DECIMAL(18, 4), 2::INTEGER, DATE '2025-03-04', TIMESTAMP '2025-03-04 12:30:15', true, 0.25::DOUBLE),
              ('b', -3, NULL, DATE '2025-02-01', TIMESTAMP '2025-02-01 00:00:00', NULL, NULL)) AS t(id, amount, boxes, day, "at", gift, weight))
            TO '{Path.Combine(scratch.Folder, "file.parquet")}' (FORMAT parquet)
            """;
        await command.ExecuteNonQueryAsync();
        await LoadsAsync(scratch, "file.parquet");
    }

    [Theory]
    [InlineData("file.csv", "id;amount;boxes;day;at;gift;weight\na;1234,5;2;2025-03-04;2025-03-04 12:30:15;ja;0,25\nb;-3;;2025-02-01;2025-02-01;;\n")]
    [InlineData("../../../etc/cron.d/evil.json", """[{"id":"a","amount":1234.5,"boxes":2,"day":"2025-03-04","at":"2025-03-04 12:30:15","gift":true,"weight":0.25},{"id":"b","amount":-3,"day":"2025-02-01","at":"2025-02-01"}]""")]
    public async Task A_zip_file_with_one_file_is_that_file_whatever_it_is_called(string entry, string content)
    {
        await using var scratch = await OpenAsync(Orders);
        scratch.Write("file.zip", Zip((entry, Encoding.UTF8.GetBytes(content)), ("__MACOSX/._x", [1, 2])));
        await LoadsAsync(scratch, "file.zip");
    }

    [Fact]
    public async Task A_sheet_in_a_zip_file_comes_in_too()
    {
        await using var scratch = await OpenAsync(Orders);
        var book = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(book, new Dictionary<string, object?>[]
        {
            new() { ["id"] = "a", ["amount"] = 1234.5, ["boxes"] = 2, ["day"] = new DateTime(2025, 3, 4), ["at"] = new DateTime(2025, 3, 4, 12, 30, 15), ["gift"] = true, ["weight"] = 0.25 },
            new() { ["id"] = "b", ["amount"] = -3, ["boxes"] = null, ["day"] = new DateTime(2025, 2, 1), ["at"] = new DateTime(2025, 2, 1), ["gift"] = null, ["weight"] = null },
        });
        scratch.Write("file.zip", Zip(("book.xlsx", book.ToArray())));
        await LoadsAsync(scratch, "file.zip");
    }

    [Fact]
    public async Task Rejected_rows_of_a_sheet_have_its_row_numbers_and_come_back_when_mended()
    {
        await using var scratch = await OpenAsync(Orders);
        var path = Path.Combine(scratch.Folder, "book.xlsx");
        MiniExcelLibs.MiniExcel.SaveAs(path, new Dictionary<string, object?>[]
        {
            new() { ["id"] = "=SUM(A1:A9)", ["amount"] = 1.5, ["boxes"] = "two", ["day"] = new DateTime(2025, 3, 4), ["weight"] = 1.234 },
            new() { ["id"] = "line\nbreak", ["amount"] = 2.5, ["boxes"] = 1, ["day"] = new DateTime(2025, 3, 4), ["weight"] = 1.234 },
            new() { ["id"] = "c", ["amount"] = "1,5", ["boxes"] = 1, ["day"] = new DateTime(2025, 3, 4), ["weight"] = 1.234 },
        });
        var format = FileFormat.Default with { Dates = "dd/MM/yyyy" };
        var report = (await scratch.TryLoadAsync(Orders, path, format: format)).Value!;
        Assert.Equal((1, 2), (report.Accepted, report.Rejected));
        Assert.Equal([2L, 4L], report.Rejections.Select(rejection => rejection.Row));
        var rejected = await File.ReadAllTextAsync(report.RejectedFile!);
        Assert.StartsWith("row,reason,id,amount", rejected);
        Assert.Contains(",'=SUM(A1:A9),1.5,two,", rejected, StringComparison.Ordinal);
        var mended = scratch.Write("mended.csv", rejected.Replace(",two,", ",2,", StringComparison.Ordinal).Replace("\"1,5\"", "1.5", StringComparison.Ordinal));
        var again = await scratch.TryLoadAsync(Orders, mended, LoadMode.Append, format);
        Assert.Equal((2, 0), (again.Value!.Accepted, again.Value.Rejected));
        Assert.DoesNotContain(again.Issues, issue => issue.Code == "import.extra-columns");
        Assert.Equal(["=SUM(A1:A9)|1.234", "c|1.234", "line\nbreak|1.234"], await scratch.RowsAsync("SELECT id, weight FROM orders ORDER BY id", "id", "weight"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rejected_rows_of_text_come_back_with_the_same_choices(bool hasHeader)
    {
        await using var scratch = await OpenAsync(Orders);
        var format = FileFormat.Default with { DecimalMark = ',', Separator = ';', Encoding = "windows-1252", Dates = "dd.MM.yyyy", HasHeader = hasHeader, Quote = '\'' };
        var text = (hasHeader ? "id;amount;boxes;day;at;gift;weight\n" : "")
            + "'-Å;b';1,5;x;04.03.2025;;;\n'=1+1';2,5;1;04.03.2025;;;\n''' =x';3,5;x;04.03.2025;;;\n@me;-4,5;x;04.03.2025;;;-1,5\n";
        var report = (await scratch.TryLoadAsync(Orders, scratch.Write("f.csv", SourceBytes(text)), format: format)).Value!;
        Assert.Equal((1, 3), (report.Accepted, report.Rejected));
        var rejected = await File.ReadAllTextAsync(report.RejectedFile!);
        Assert.Contains(";'@me;-4,5;x;", rejected, StringComparison.Ordinal);
        var again = (await scratch.TryLoadAsync(Orders, scratch.Write("mended.csv", rejected.Replace(";x;", ";7;", StringComparison.Ordinal)), LoadMode.Append, format)).Value!;
        Assert.Equal((3, 0), (again.Accepted, again.Rejected));
        Assert.Equal(
            ["' =x|3.5000", "-Å;b|1.5000", "=1+1|2.5000", "@me|-4.5000"],
            await scratch.RowsAsync("SELECT id, amount FROM orders ORDER BY amount DESC", "id", "amount") is var rows ? [.. rows.Order(StringComparer.Ordinal)] : []);
    }

    [Fact]
    public async Task Rejected_once_more_rows_keep_one_line_and_one_reason()
    {
        await using var scratch = await OpenAsync(Orders);
        var first = await scratch.LoadAsync(Orders, Header + "a,x,,2025-01-31,,,\n");
        var second = (await scratch.TryLoadAsync(Orders, first.RejectedFile!, LoadMode.Append)).Value!;
        Assert.Equal((0, 1), (second.Accepted, second.Rejected));
        Assert.Equal(
            (await File.ReadAllLinesAsync(first.RejectedFile!))[1].Split(',').Length, (await File.ReadAllLinesAsync(second.RejectedFile!))[1].Split(',').Length);
    }

    [Theory]
    [InlineData("plain", "grows")]
    [InlineData("plain", "shrinks")]
    [InlineData("plain", "is edited")]
    [InlineData("odd", "grows")]
    [InlineData("odd", "shrinks")]
    [InlineData("odd", "is edited")]
    public async Task A_file_that_changes_while_it_is_read_brings_nothing_in(string kind, string change)
    {
        await using var scratch = await OpenAsync(Orders);
        await scratch.LoadAsync(Orders, Header + "old,1,,2025-01-31,,,\n");
        var rows = string.Concat(Enumerable.Range(0, 60_000).Select(row => $"r{row},{(kind == "odd" ? " 1.5" : "1.5")},,2025-01-31,,,\n"));
        var path = scratch.Write("live.csv", Header + rows);
        var isChanged = 0;
        var report = await scratch.TryLoadAsync(Orders, path, progress: new Forwarded<LoadProgress>(progress =>
        {
            // Once a part has been read, from whichever thread tells so first.
            if (progress is { Stage: LoadStage.Reading, Fraction: > 0.2 and < 0.9 } && Interlocked.Exchange(ref isChanged, 1) == 0)
                Change(path, change);
        }));
        Assert.Equal(1, isChanged);
        Assert.Equal("import.file-changed", Assert.Single(report.Issues).Code);
        Assert.Equal(["old"], await scratch.RowsAsync("SELECT id FROM orders", "id"));
    }

    private static void Change(string path, string change)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (change == "shrinks")
        {
            file.SetLength(file.Length / 2);
            return;
        }
        file.Position = change == "grows" ? file.Length : file.Length - 20;
        file.Write("z,1,,2025-01-31,,,\n"u8);
        file.Dispose();
        // Some file systems count time in large steps.
        File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private static async Task LoadsAsync(Scratch scratch, string name)
    {
        var report = await scratch.TryLoadAsync(Orders, Path.Combine(scratch.Folder, name));
        Assert.True(report.IsSound, string.Join('\n', report.Issues));
        Assert.Equal([], report.Value.Rejections.Select(rejection => rejection.Reason.Message(Tongue.English)));
        Assert.Equal(Expected, await scratch.RowsAsync(All, Columns));
    }

    private static byte[] SourceBytes(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252).GetBytes(text);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}

public sealed class FormatTestsOnDuckDb() : FormatTests(TestEngine.DuckDb);

public sealed class FormatTestsOnPostgres() : FormatTests(TestEngine.Postgres);
