using System.Collections.Immutable;
using System.Text;
using Kelvin.Catalog;

namespace Kelvin.Collection.Sources.Spooling;

/// <summary>
/// Rows on their way into a file of the plainest form, which the warehouse then loads at once: a source may be slow, and a load must
/// not keep others waiting for it, nor hold all rows in memory.
/// </summary>
internal sealed class SpooledRows : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly StreamWriter _writer;
    private readonly ImmutableArray<Column> _columns;
    private readonly SourceText _text;

    public SpooledRows(string path, ImmutableArray<Column> columns, SourceText text)
    {
        Path = path;
        _columns = columns;
        _text = text;
        _writer = new StreamWriter(path, append: false, Utf8, bufferSize: 1 << 16);
        for (var at = 0; at < columns.Length; at++)
            Write(at, columns[at].Name);
        _writer.Write('\n');
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many rows it has.</summary>
    public long Count { get; private set; }

    /// <summary>How the file is written.</summary>
    public static FileFormat Format(string? zone) => FileFormat.Default with { Separator = ',', DecimalMark = '.', Encoding = "utf-8", HasHeader = true, Zone = zone };

    /// <summary>Adds a row; its values begin with those of the columns.</summary>
    public void Add(object?[] values)
    {
        for (var at = 0; at < _columns.Length; at++)
            Write(at, _text.Of(values[at], _columns[at]));
        _writer.Write('\n');
        Count++;
    }

    /// <summary>Ends the file.</summary>
    public void Dispose() => _writer.Dispose();

    private void Write(int at, string text)
    {
        if (at > 0)
            _writer.Write(',');
        if (!text.AsSpan().ContainsAny("\",\r\n") && !(text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))))
            _writer.Write(text);
        else
        {
            _writer.Write('"');
            _writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            _writer.Write('"');
        }
    }
}
