using System.IO.Compression;
using System.Text;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading;
using Kelvin.Loading.Formats;
using Kelvin.Queries.Warehouse;

namespace Loading.Tests.Formats;

/// <summary>What is too large or too dense, or broken in the middle, is told in words before it fills a disk or the memory.</summary>
public sealed class LimitTests : IDisposable
{
    private static readonly Dataset Rows = new("rows", LocalText.Same("rows"), [new Column("a", DataType.Text, null, true)]);
    private readonly string _folder = Directory.CreateTempSubdirectory("kelvin-limits-").FullName;

    [Fact]
    public void A_file_beyond_the_limit_is_not_opened() =>
        Assert.Equal("import.file-too-large", CodeOf("f.csv", "a\n1\n"u8.ToArray(), new FileLimits { File = 3 }));

    [Fact]
    public void Columns_beyond_the_limit_are_too_many_in_every_format()
    {
        var limits = new FileLimits { Columns = 3 };
        Assert.Equal("import.too-many-columns", CodeOf("f.csv", "a,b,c,d\n1,2,3,4\n"u8.ToArray(), limits));
        Assert.Equal("import.too-many-columns", CodeOf("f.json", """[{"a":1,"b":2},{"c":1,"d":2}]"""u8.ToArray(), limits));
        Assert.Equal("import.too-many-columns", CodeOf("f.xlsx", Book(["a", "b", "c", "d"]), limits));
    }

    [Fact]
    public void A_field_beyond_the_limit_rejects_its_row_alone()
    {
        var file = Open("f.csv", Encoding.UTF8.GetBytes($"a\nshort\n{new string('x', 101)}\n"), new FileLimits { Field = 100 });
        var survey = file.Value!.Survey(new Forwarded<double>(_ => { }), default);
        Assert.False(survey.IsPlain);
        var problems = new List<string>();
        Assert.Equal(1, file.Value.Rewrite(TextWriter.Null, [.. file.Value.Layout.Columns.Select(laid => laid.Column)], survey, new Noted(problems), new Forwarded<long>(_ => { }), default));
        Assert.Equal(["3 import.field-too-long"], problems);
    }

    [Fact]
    public void A_gigabyte_of_zeros_in_a_small_zip_file_is_not_unpacked()
    {
        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create))
        {
            using var entry = archive.CreateEntry("zeros.csv", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var written = 0; written < 200; written++)
                entry.Write(zeros);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("import.packed-too-densely", CodeOf("bomb.zip", bomb.ToArray()));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    [Fact]
    public void What_a_zip_file_unpacks_to_is_limited_and_a_lie_about_it_gains_nothing()
    {
        var honest = Zip(("a.csv", Encoding.UTF8.GetBytes("a\n" + string.Concat(Enumerable.Range(0, 5_000)))));
        Assert.Equal("import.unpacks-too-large", CodeOf("f.zip", honest, new FileLimits { Unpacked = 10_000 }));
        // The size in the directory, made smaller than what is packed: the rest is not given out.
        var lying = honest.ToArray();
        var directory = lying.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BitConverter.TryWriteBytes(lying.AsSpan(directory + 24), 100);
        var outcome = Open("lie.zip", lying, new FileLimits { Unpacked = 10_000 });
        if (outcome.IsSound)
            Assert.True(outcome.Value.Survey(new Forwarded<double>(_ => { }), default) is { Fault: not null } or { Records: <= 1 });
    }

    [Fact]
    public void Zip_files_in_zip_files_stay_closed() =>
        Assert.Equal("import.nested-zip", CodeOf("f.zip", Zip(("inner.zip", Zip(("a.csv", "a\n1\n"u8.ToArray()))))));

    [Fact]
    public void Several_files_in_a_zip_file_are_asked_about_and_one_can_be_named()
    {
        var zip = Zip(("one.csv", "a\n1\n"u8.ToArray()), ("two.csv", "a\n2\n"u8.ToArray()));
        var issue = Assert.Single(Open("f.zip", zip).Issues);
        Assert.Equal("f.zip has 2 files in it: one.csv, two.csv.", issue.Message(Tongue.English));
        Assert.True(Open("f.zip", zip, format: FileFormat.Default with { Entry = "two.csv" }).IsSound);
        Assert.Equal("one.csv", Assert.Single(Open("f.zip", zip, format: FileFormat.Default with { Entry = "ome.csv" }).Issues).Arguments["nearest"]);
        Assert.Equal("import.zip-without-files", CodeOf("f.zip", Zip()));
        Assert.Equal("import.broken-zip", CodeOf("f.zip", zip[..60]));
    }

    [Fact]
    public void Shared_texts_of_a_workbook_are_limited() =>
        Assert.Equal("import.unpacks-too-large", CodeOf("f.xlsx", Book(["a", new string('x', 10_000)]), new FileLimits { SharedTexts = 5_000, Workbook = 5_000 }));

    [Fact]
    public void A_sheet_has_no_more_rows_than_the_limit() =>
        Assert.Equal("import.too-many-rows", CodeOf("f.xlsx", Book(["a"], 10), new FileLimits { SheetRows = 5 }));

    [Fact]
    public void Several_sheets_are_asked_about_and_one_can_be_named()
    {
        var book = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(book, new Dictionary<string, object> { ["Jan"] = new[] { new { a = 1 } }, ["Feb"] = new[] { new { a = 2 } }, ["Empty"] = Array.Empty<object>() });
        Assert.Equal("import.which-sheet", CodeOf("f.xlsx", book.ToArray()));
        Assert.True(Open("f.xlsx", book.ToArray(), format: FileFormat.Default with { Sheet = "feb" }).IsSound);
        Assert.Equal("Feb", Assert.Single(Open("f.xlsx", book.ToArray(), format: FileFormat.Default with { Sheet = "Fe" }).Issues).Arguments["nearest"]);
    }

    [Theory]
    [InlineData("""[{"a": 1}, {"a": ]""", "import.broken-json")]
    [InlineData("""{"orders": [{"a": 1}], "lines": [{"a": 2}]}""", "import.which-array")]
    [InlineData("[{}]", "import.json-without-records")]
    public void Json_that_cannot_be_used_is_told(string json, string code) => Assert.Equal(code, CodeOf("f.json", Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Json_has_a_depth_and_a_value_has_a_length()
    {
        Assert.Equal("import.json-too-deep", CodeOf("f.json", Encoding.UTF8.GetBytes($"[{{\"a\": {new string('[', 100_000)}")));
        Assert.Equal("import.value-too-long", CodeOf("f.json", Encoding.UTF8.GetBytes($"[{{\"a\": \"{new string('x', 5_000_000)}\"}}]")));
    }

    [Fact]
    public void Objects_in_records_become_columns_with_dots_and_arrays_stay_json()
    {
        var file = Open("f.json", """{"a": "x", "who": {"name": "Åsa", "at": {"zip": "123"}}, "tags": [1, {"b": [true, null]}]}"""u8.ToArray());
        Assert.Equal(["a", "who.name", "who.at.zip", "tags"], file.Value!.Layout.FieldNames);
        using var text = new StreamReader(file.Value.Source.Open());
        Assert.Equal("a,who.name,who.at.zip,tags\nx,Åsa,123,\"[1,{\"\"b\"\":[true,null]}]\"\n", text.ReadToEnd());
    }

    [Theory]
    [InlineData("f.xlsx")]
    [InlineData("f.xls")]
    [InlineData("f.parquet")]
    public void What_only_begins_as_its_format_does_is_told(string name)
    {
        byte[] bytes = name switch
        {
            "f.xlsx" => Zip(("xl/workbook.xml", "<workbook"u8.ToArray()), ("[Content_Types].xml", "<x/>"u8.ToArray())),
            "f.xls" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3, 4],
            _ => "PAR1 and no more"u8.ToArray(),
        };
        Assert.StartsWith("import.broken-", CodeOf(name, bytes), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Book(string[] header, int rows = 1)
    {
        var book = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(book, Enumerable.Range(0, rows).Select(row => header.ToDictionary(name => name, _ => (object)$"{row}")).ToArray());
        return book.ToArray();
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

    private string CodeOf(string name, byte[] content, FileLimits? limits = null) => Assert.Single(Open(name, content, limits).Issues).Code;

    private Checked<TextFile> Open(string name, byte[] content, FileLimits? limits = null, FileFormat? format = null)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        var file = TextFile.Open(new LoadRequest(Rows, path, LoadMode.Replace, TimeZoneInfo.Utc) { Format = format ?? FileFormat.Default }, limits);
        return file;
    }

    private sealed class Noted(List<string> problems) : Kelvin.Loading.Rejecting.IRejections
    {
        public void Add(long line, string raw, IReadOnlyList<Issue> reasons) => problems.Add($"{line} {string.Join(' ', reasons.Select(reason => reason.Code))}");
    }
}
