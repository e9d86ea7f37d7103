using System.Text;
using Kelvin.Language;
using static Engines.Tests.LoadingTests;

namespace Engines.Tests;

/// <summary>Files as text: letters, line ends and lines without end.</summary>
public abstract class LoadingTextTests(TestEngine engine) : EngineTests(engine)
{
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
}

public sealed class LoadingTextTestsOnDuckDb() : LoadingTextTests(TestEngine.DuckDb);

public sealed class LoadingTextTestsOnPostgres() : LoadingTextTests(TestEngine.Postgres);
