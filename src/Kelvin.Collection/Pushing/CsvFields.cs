using System.Text;

namespace Kelvin.Collection.Pushing;

/// <summary>
/// Reads records of comma-separated text as RFC 4180 has them: fields may stand in quotes, a quote within is written twice, and a record
/// ends with CR, LF or both.
/// </summary>
internal sealed class CsvFields(string text)
{
    private readonly StringBuilder _quoted = new();
    private int _at;

    /// <summary>The line on which the record that was read last begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether a quote stands in the middle of a field of the record that was read last.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether a quote was never closed, so that all after it is in one field.</summary>
    public bool IsOpen { get; private set; }

    private int NextLine { get; set; } = 1;

    /// <summary>The fields of the next record that is not an empty line; false at the end.</summary>
    public bool Read(List<string> fields)
    {
        fields.Clear();
        while (_at < text.Length && text[_at] is '\r' or '\n')
            EndLine();
        (Line, IsBroken) = (NextLine, false);
        if (_at >= text.Length)
            return false;
        while (true)
        {
            fields.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Bare());
            if (_at >= text.Length)
                return true;
            if (text[_at] != ',')
            {
                EndLine();
                return true;
            }
            _at++;
        }
    }

    private string Bare()
    {
        var length = text.AsSpan(_at).IndexOfAny(",\r\n") is >= 0 and var found ? found : text.Length - _at;
        var field = text.AsSpan(_at, length);
        IsBroken |= field.Contains('"');
        _at += length;
        return field.ToString();
    }

    private string Quoted()
    {
        _quoted.Clear();
        _at++;
        while (_at < text.Length)
        {
            var sign = text[_at++];
            if (sign == '"' && (_at == text.Length || text[_at] != '"'))
            {
                // Closed: nothing but a comma or the end of the record may follow.
                if (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
                    (_, IsBroken) = (Bare(), true);
                return _quoted.ToString();
            }
            _quoted.Append(sign);
            _at += sign == '"' ? 1 : 0;
            NextLine += sign == '\n' ? 1 : 0;
        }
        IsOpen = true;
        return _quoted.ToString();
    }

    private void EndLine()
    {
        _at += text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        NextLine++;
    }
}
