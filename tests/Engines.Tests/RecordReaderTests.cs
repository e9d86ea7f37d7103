using System.Text;
using CsCheck;
using Kelvin.Loading.Text;

namespace Engines.Tests;

public sealed class RecordReaderTests
{
    private static readonly Gen<string> Cell = Gen.Char["ab,\"\n\rå ;"].Array[0, 8].Select(letters => new string(letters));

    [Fact]
    public void What_is_written_with_quotes_is_read_as_it_was()
    {
        Gen.Select(Cell.Array[1, 5].Array[1, 30], Gen.OneOf(Gen.Const("\n"), Gen.Const("\r\n"), Gen.Const("\r")), Gen.Int[1, 7]).Sample((rows, end, chunk) =>
        {
            var text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + end));
            Assert.Equal(rows, Read(text, chunk).Select(record => record.Fields));
        });
    }

    [Fact]
    public void Lines_are_numbered_as_an_editor_does()
    {
        var lines = Read("a,b\r\n\"x\ny\r\nz\",1\n\n\rlast", 3).Select(record => record.Line);
        Assert.Equal([1, 2, 5, 6, 7], lines);
    }

    [Fact]
    public void A_stray_quote_costs_one_row()
    {
        var records = Read("a,b\n\"x\"y,2\nc,d\n\"never closed,1\ne,f\n", 4).ToList();
        Assert.Equal(["None", "TextAfterQuote", "None", "UnclosedQuote", "None"], records.Select(record => record.Fault.ToString()));
        Assert.Equal(["a", "b"], records[0].Fields);
        Assert.Equal(["e", "f"], records[^1].Fields);
    }

    private static IEnumerable<(long Line, RecordFault Fault, string[] Fields)> Read(string text, int chunk)
    {
        var reader = new RecordReader(new Trickle(Encoding.UTF8.GetBytes(text), chunk), (byte)',');
        while (reader.Next())
        {
            var fields = new string[reader.FieldCount];
            for (var at = 0; at < fields.Length; at++)
                fields[at] = Encoding.UTF8.GetString(reader.Field(at));
            yield return (reader.Line, reader.Fault, fields);
        }
    }

    /// <summary>Gives a few bytes at a time, so that every cut between two reads comes up.</summary>
    private sealed class Trickle(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
