using System.Buffers;

namespace Kelvin.Loading.Text;

/// <summary>
/// Cuts separated text (UTF-8) into records and fields, exactly, in bounded memory. A line ends with LF, CRLF or CR. A field that
/// begins with a quote may hold separators, line breaks and doubled quotes. Where the quotes of a record make no sense, its first
/// line is a faulty record of its own and reading goes on at the next line, so that a stray quote costs one row and not the rest.
/// </summary>
/// <param name="utf8">The text.</param>
/// <param name="separator">The byte between fields.</param>
/// <param name="quote">The byte around fields that hold separators.</param>
/// <param name="firstNumber">Where records are counted rather than lines, the number of the first.</param>
public sealed class RecordReader(Stream utf8, byte separator, byte quote = (byte)'"', long? firstNumber = null)
{
    /// <summary>The longest record that is read, in bytes.</summary>
    public const int LongestRecord = 2_000_000;

    private const byte LineFeed = (byte)'\n', Return = (byte)'\r';
    private readonly SearchValues<byte> _stops = SearchValues.Create([separator, LineFeed, Return]);
    private byte[] _buffer = new byte[1 << 18];
    private FieldSpan[] _fields = new FieldSpan[32];
    private byte[] _unquoted = [];
    private int _start, _next, _end, _contentEnd;
    private bool _isAllRead;
    private long _nextLine = firstNumber ?? 1;

    /// <summary>The line on which the record begins, from 1; or its number where records are counted.</summary>
    public long Line { get; private set; }

    /// <summary>What is wrong with the record's quotes or length.</summary>
    public RecordFault Fault { get; private set; }

    /// <summary>How many fields the record has.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether any field is quoted.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Whether the record goes over several lines.</summary>
    public bool SpansLines { get; private set; }

    /// <summary>How the record's last line ends.</summary>
    public LineEnding Ending { get; private set; }

    /// <summary>Bytes read from the stream so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Bytes up to the end of the record, its line end included.</summary>
    public long Position => BytesRead - (_end - _next);

    /// <summary>The record as written, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_start, _contentEnd - _start);

    /// <summary>The record as written from this field on.</summary>
    public ReadOnlySpan<byte> RawFrom(int at) =>
        at == 0 ? Raw : at >= FieldCount ? [] : Raw[(_fields[at].Offset - (_fields[at].IsQuoted ? 1 : 0))..];

    /// <summary>A field's content, without the quotes around it. Good until the next field is asked for.</summary>
    public ReadOnlySpan<byte> Field(int at)
    {
        var field = _fields[at];
        var content = _buffer.AsSpan(_start + field.Offset, field.Length);
        return field.HasDoubledQuotes ? Undouble(content) : content;
    }

    /// <summary>Whether a field is written in quotes.</summary>
    public bool IsQuoted(int at) => _fields[at].IsQuoted;

    /// <summary>Goes to the next record; false after the last.</summary>
    public bool Next()
    {
        _start = _next;
        if (_start == _end && !Fill())
            return false;
        Line = _nextLine;
        while (!TryCut())
            if (!Fill())
            {
                TakeFirstLine(RecordFault.UnclosedQuote);
                break;
            }
        return true;
    }

    /// <summary>Cuts the record at <see cref="_start"/>; false when its end is not in the buffer yet.</summary>
    private bool TryCut()
    {
        (FieldCount, HasQuotes, Fault) = (0, false, RecordFault.None);
        var at = _start;
        while (true)
        {
            if (at < _end && _buffer[at] == quote)
            {
                var after = EndOfQuoted(at);
                if (after < 0)
                    return IsTooLong() && TakeFirstLine(RecordFault.UnclosedQuote);
                at = after;
                if (at < _end && _buffer[at] != separator && _buffer[at] is not (LineFeed or Return))
                    return TakeFirstLine(RecordFault.TextAfterQuote);
            }
            else
            {
                var length = _buffer.AsSpan(at, _end - at).IndexOfAny(_stops);
                if (length < 0 && !_isAllRead)
                    return IsTooLong() && TakeFirstLine(RecordFault.TooLong);
                length = length < 0 ? _end - at : length;
                Add(new FieldSpan(at - _start, length, false, false));
                at += length;
            }
            if (at == _end && !_isAllRead)
                return IsTooLong() && TakeFirstLine(RecordFault.TooLong);
            if (at == _end || _buffer[at] != separator)
                return TryEndAt(at, HasQuotes);
            at++;
        }
    }

    /// <summary>Takes in a quoted field that begins here.</summary>
    /// <returns>Where it ends, after the closing quote; negative when that is not in the buffer.</returns>
    private int EndOfQuoted(int at)
    {
        HasQuotes = true;
        var doubled = false;
        for (var from = at + 1; ; from += 2)
        {
            var length = _buffer.AsSpan(from, _end - from).IndexOf(quote);
            if (length < 0)
                return -1;
            from += length;
            // The byte after decides whether the quote closes the field or is doubled.
            if (from + 1 == _end && !_isAllRead)
                return -1;
            if (from + 1 == _end || _buffer[from + 1] != quote)
            {
                Add(new FieldSpan(at + 1 - _start, from - at - 1, true, doubled));
                return from + 1;
            }
            doubled = true;
        }
    }

    private bool TryEndAt(int at, bool mayHoldLineBreaks)
    {
        if (at + 1 >= _end && at < _end && _buffer[at] == Return && !_isAllRead)
            return false;
        var lines = mayHoldLineBreaks ? LineBreaksIn(_buffer.AsSpan(_start, at - _start)) : 0;
        (_contentEnd, _nextLine, SpansLines) = (at, Line + 1 + (firstNumber is null ? lines : 0), lines > 0);
        (Ending, _next) = at == _end ? (LineEnding.None, at)
            : _buffer[at] == LineFeed ? (LineEnding.LineFeed, at + 1)
            : at + 1 < _end && _buffer[at + 1] == LineFeed ? (LineEnding.ReturnLineFeed, at + 2)
            : (LineEnding.Return, at + 1);
        return true;
    }

    /// <summary>Makes the first line a record of its own, with one field and a fault.</summary>
    private bool TakeFirstLine(RecordFault fault)
    {
        var length = _buffer.AsSpan(_start, _end - _start).IndexOfAny(LineFeed, Return);
        if (length < 0 && !_isAllRead)
        {
            if (!IsTooLong())
                return false;
            fault = RecordFault.TooLong;
        }
        length = length < 0 ? _end - _start : length;
        (FieldCount, Fault) = (0, fault);
        Add(new FieldSpan(0, length, false, false));
        return TryEndAt(_start + length, false);
    }

    private bool IsTooLong() => _end - _start > LongestRecord;

    /// <summary>Reads on; what comes before the record is given up. False at the end of the text.</summary>
    private bool Fill()
    {
        if (_isAllRead)
            return false;
        var kept = _end - _start;
        if (kept > _buffer.Length / 2)
        {
            var larger = new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start, kept).CopyTo(larger);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        }
        (_start, _next, _end) = (0, _next - _start, kept);
        var read = utf8.Read(_buffer, _end, _buffer.Length - _end);
        BytesRead += read;
        _end += read;
        _isAllRead = read == 0;
        // At the end a record may still be waiting for its last line to be cut.
        return read > 0 || kept > 0;
    }

    private void Add(FieldSpan field)
    {
        if (FieldCount == _fields.Length)
            Array.Resize(ref _fields, _fields.Length * 2);
        _fields[FieldCount++] = field;
    }

    private ReadOnlySpan<byte> Undouble(ReadOnlySpan<byte> content)
    {
        if (_unquoted.Length < content.Length)
            _unquoted = new byte[content.Length];
        var length = 0;
        for (var at = 0; at < content.Length; at++)
        {
            _unquoted[length++] = content[at];
            if (content[at] == quote)
                at++;
        }
        return _unquoted.AsSpan(0, length);
    }

    private static int LineBreaksIn(ReadOnlySpan<byte> text)
    {
        var lines = 0;
        for (var at = text.IndexOfAny(LineFeed, Return); at >= 0; at = text.IndexOfAny(LineFeed, Return))
        {
            lines++;
            text = text[(at + (text[at] == Return && at + 1 < text.Length && text[at + 1] == LineFeed ? 2 : 1))..];
        }
        return lines;
    }

    private readonly record struct FieldSpan(int Offset, int Length, bool IsQuoted, bool HasDoubledQuotes);
}
