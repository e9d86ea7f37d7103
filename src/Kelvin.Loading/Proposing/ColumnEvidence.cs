using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading.Proposing;

/// <summary>What the values of a column say of its type.</summary>
internal sealed class ColumnEvidence
{
    private const int MostValues = 50;
    private const int MostUnique = 1_000_000;
    private const int LongestLooked = 60;
    private static readonly HashSet<string> MissingMarks = new(StringComparer.OrdinalIgnoreCase)
        { "n/a", "na", "#n/a", "nan", "null", "none", "nil", "-", "--", "–", "—", "?", "saknas", "uppgift saknas", "missing", "unknown", "(null)", "(blank)", "(tom)", "." };

    private readonly Dictionary<string, long> _missing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private HashSet<ulong>? _unique = [];

    public NumberEvidence Numbers { get; } = new();

    public DayEvidence Days { get; } = new();

    /// <summary>Values that are words for true or false.</summary>
    public long Truths { get; private set; }

    /// <summary>Rows with a value that is no mark for a missing one.</summary>
    public long Present { get; private set; }

    /// <summary>Rows without any.</summary>
    public long Empty { get; private set; }

    /// <summary>Words that may stand for missing values, and how often each does.</summary>
    public IReadOnlyDictionary<string, long> Missing => _missing;

    /// <summary>Whether no value came twice, among the first million at least.</summary>
    public bool IsUnique => _unique is not null && Present > 0;

    public ImmutableArray<string> Values => [.. _inOrder];

    public bool HasAllValues => _values.Count < MostValues;

    public void Add(ReadOnlySpan<byte> field)
    {
        var trimmed = field.Trim(" \t"u8);
        if (trimmed.IsEmpty)
        {
            Empty++;
            return;
        }
        Span<char> characters = stackalloc char[LongestLooked];
        if (trimmed.Length > LongestLooked)
        {
            Count(trimmed, Encoding.UTF8.GetString(trimmed));
            return;
        }
        ReadOnlySpan<char> text = characters[..Encoding.UTF8.GetChars(trimmed, characters)];
        text = text.Trim();
        if (text.IsEmpty)
            Empty++;
        if (text.IsEmpty || IsMissing(text))
            return;
        Count(trimmed, _values.Count < MostValues ? text.ToString() : null);
        if (text.ContainsAnyInRange('0', '9'))
        {
            Numbers.Add(text);
            if (WrittenDay.TryRead(text, out var day))
                Days.Add(text, day);
        }
        else if (TruthWords.Read(text) is not null)
            Truths++;
    }

    private bool IsMissing(ReadOnlySpan<char> text)
    {
        if (text.Length > 14 || char.IsAsciiDigit(text[0]) || !MissingMarks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text))
            return false;
        var word = text.ToString();
        _missing[word] = _missing.GetValueOrDefault(word) + 1;
        return true;
    }

    private void Count(ReadOnlySpan<byte> field, string? text)
    {
        Present++;
        if (text is not null && _values.Count < MostValues && _values.Add(text))
            _inOrder.Add(text);
        if (_unique is null || _unique.Count >= MostUnique)
            return;
        if (!_unique.Add(XxHash3.HashToUInt64(field)))
            _unique = null;
    }
}
