using System.Collections.Immutable;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>Reads a reference of dbt's templates.</summary>
internal sealed class JinjaReader
{
    private readonly string _text;
    private int _at;

    private JinjaReader(string text) => _text = text;

    /// <summary>The reference, or null when it is written otherwise than as a call.</summary>
    public static JinjaCall? Read(string text)
    {
        var reader = new JinjaReader(text.Trim());
        var call = reader.Call();
        return call is not null && reader.IsAtEnd ? call : null;
    }

    private bool IsAtEnd => _at >= _text.Length;

    private JinjaCall? Call()
    {
        if (Word() is not { Length: > 0 } name || Arguments() is not var (positional, named))
            return null;
        var methods = ImmutableArray.CreateBuilder<(string, string)>();
        while (Take('.'))
            if (Word() is { Length: > 0 } method && Arguments() is var (arguments, _))
                methods.Add((method, arguments.FirstOrDefault("")));
            else
                return null;
        return new JinjaCall(name, positional, named, methods.ToImmutable());
    }

    private (ImmutableArray<string>, ImmutableSortedDictionary<string, string>)? Arguments()
    {
        if (!Take('('))
            return null;
        var positional = ImmutableArray.CreateBuilder<string>();
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (!Take(')'))
        {
            var start = _at;
            if (Word() is { Length: > 0 } name && Take('='))
                named[name] = Value() ?? "";
            else
            {
                _at = start;
                if (Value() is not { } value)
                    return null;
                positional.Add(value);
            }
            if (!Take(',') && (IsAtEnd || Peek() != ')'))
                return null;
        }
        return (positional.ToImmutable(), named.ToImmutable());
    }

    private string? Value()
    {
        if (Take('['))
        {
            var items = new List<string>();
            while (!Take(']'))
            {
                if (Value() is not { } item)
                    return null;
                items.Add(item);
                if (!Take(',') && (IsAtEnd || Peek() != ']'))
                    return null;
            }
            return string.Join(',', items);
        }
        if (IsAtEnd || Peek() is not ('\'' or '"'))
            return Word() is { Length: > 0 } word ? word : null;
        var quote = _text[_at++];
        var end = _text.IndexOf(quote, _at);
        if (end < 0)
            return null;
        var text = _text[_at..end];
        _at = end + 1;
        return text;
    }

    private string Word()
    {
        SkipBlanks();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '_'))
            _at++;
        return _text[start.._at];
    }

    private char Peek()
    {
        SkipBlanks();
        return IsAtEnd ? '\0' : _text[_at];
    }

    private bool Take(char sign)
    {
        if (Peek() != sign)
            return false;
        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }
}
