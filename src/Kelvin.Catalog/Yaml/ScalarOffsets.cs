namespace Kelvin.Catalog.Yaml;

/// <summary>
/// For each character of a scalar's value, where in the file it was written. Found by walking value and source side by side:
/// quotes, escapes, indentation and folded lines are stepped over, so that an issue in a formula points at the very word.
/// </summary>
internal sealed class ScalarOffsets
{
    private readonly int[]? _offsets;

    private ScalarOffsets(int[]? offsets) => _offsets = offsets;

    /// <summary>Offsets of a value whose scalar begins at this offset of the source, at its quote or block sign if it has one.</summary>
    public static ScalarOffsets Of(string source, int start, string value)
    {
        var sign = source[start];
        var isDouble = sign == '"';
        var offsets = new int[value.Length];
        var at = sign is '|' or '>' ? NextLine(source, start) : sign is '"' or '\'' ? start + 1 : start;
        for (var i = 0; i < value.Length;)
        {
            if (at >= source.Length)
                return new(null);
            if (isDouble && source[at] == '\\')
                (i, at) = StepOverEscape(source, at, value, i, offsets);
            else if (IsBlank(value[i]))
                (i, at) = StepOverBlanks(source, at, value, i, offsets, isDouble);
            else if (IsBlank(source[at]))
                at++;
            else if (source[at] == value[i])
            {
                offsets[i++] = at;
                at += sign == '\'' && source[at] == '\'' ? 2 : 1;
            }
            else
                return new(null);
        }
        return new(offsets);
    }

    /// <summary>Where in the source a stretch of the value stands, end exclusive; null when the two could not be matched.</summary>
    public (int From, int To)? Range(int at, int length)
    {
        if (_offsets is null || _offsets.Length == 0)
            return null;
        var first = Math.Clamp(at, 0, _offsets.Length - 1);
        var last = Math.Clamp(at + Math.Max(1, length) - 1, first, _offsets.Length - 1);
        var past = at >= _offsets.Length ? 1 : 0;
        return (_offsets[first] + past, _offsets[last] + past + 1);
    }

    private static (int Value, int Source) StepOverEscape(string source, int at, string value, int i, int[] offsets)
    {
        var kind = at + 1 < source.Length ? source[at + 1] : ' ';
        if (kind is '\n' or '\r')
            return (i, AfterBlanks(source, at + 1));
        offsets[i] = at;
        if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length)
            offsets[++i] = at;
        return (i + 1, at + (kind switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 }));
    }

    /// <summary>Blanks are matched from the end of their run: what stands before them there is indentation.</summary>
    private static (int Value, int Source) StepOverBlanks(
        string source, int at, string value, int i, int[] offsets, bool isDouble)
    {
        var sourceEnd = AfterBlanks(source, at);
        var isOneLine = source.AsSpan(at, sourceEnd - at).IndexOfAny('\n', '\r') < 0;
        var valueEnd = isDouble && isOneLine ? Math.Min(AfterBlanks(value, i), i + Math.Max(1, sourceEnd - at)) : AfterBlanks(value, i);
        for (var k = i; k < valueEnd; k++)
            offsets[k] = Math.Max(at, sourceEnd - (valueEnd - k));
        return (valueEnd, sourceEnd);
    }

    private static int AfterBlanks(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at]))
            at++;
        return at;
    }

    private static int NextLine(string source, int at)
    {
        var end = source.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? source.Length : at + end + 1;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\n' or '\r';
}
