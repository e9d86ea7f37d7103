using System.Collections.Immutable;
using Kelvin.Language;
using Kelvin.Loading.Rejecting;
using Loading.Tests.Proposing;

namespace Loading.Tests.Rejecting;

/// <summary>Rows whose quotes make no sense are shown and mended as others are.</summary>
public sealed class RejectedRowsTests : IDisposable
{
    private readonly Looking _look = new();

    [Theory]
    [InlineData("\"x\"y,1,2")]
    [InlineData("\"x,1,2")]
    [InlineData("=\"x,1\t\"\"")]
    public void A_line_that_cannot_be_parted_is_kept_whole_and_can_be_mended(string line)
    {
        var path = Reject(line, "b,x,2");
        var rows = RejectedRows.Read(path, 10);
        Assert.Equal((2L, "4"), (rows.Total, rows.Rows[0].Line));
        Assert.Equal(line.StartsWith('=') ? ["=\"x", "1\t\"\"", ""] : [line, "", ""], rows.Rows[0].Cells);
        var mended = Mend(path, new() { [0] = ["xy", "1", "2"], [1] = ["b", "1", "2"] });
        Assert.Equal([["xy", "1", "2"], ["b", "1", "2"]], RejectedRows.Read(mended, 10).Rows.Select(row => row.Cells.ToArray()));
    }

    [Fact]
    public void Such_a_line_does_not_become_the_first_value_of_a_row_when_nobody_mends_it()
    {
        var path = Reject("\"x\"y,1,2");
        var mended = Mend(path, new() { [0] = RejectedRows.Read(path, 10).Rows[0].Cells });
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(mended));
    }

    [Fact]
    public void A_line_that_was_spoilt_by_hand_is_shown_without_fields_and_left_as_it_is()
    {
        var path = _look.Write("line,reason,a,b\n4,\"bad\",\"x\"y,1\n5,late,c,2\n");
        var rows = RejectedRows.Read(path, 10).Rows;
        Assert.Equal(("", "4,\"bad\",\"x\"y,1"), (rows[0].Line, rows[0].Reason));
        Assert.Empty(rows[0].Cells);
        Assert.Equal("line,reason,a,b\n4,\"bad\",\"x\"y,1\n5,late,c,3\n", File.ReadAllText(Mend(path, new() { [0] = ["x", "1"], [1] = ["c", "3"] })).ReplaceLineEndings("\n"));
    }

    public void Dispose() => _look.Dispose();

    private string Reject(params string[] lines)
    {
        var path = _look.Write("");
        using var log = new RejectionLog(path, RejectedFile.Header("a,b,c", ',', isTyped: false), ',', Tongue.English, "file.csv");
        foreach (var line in lines)
            log.Add(4, line, [Issue.At(null, "import.not-utf8")]);
        return path;
    }

    private string Mend(string path, Dictionary<int, ImmutableArray<string>> rows)
    {
        var mended = _look.Write("");
        RejectedRows.Mend(path, mended, rows);
        return mended;
    }
}
