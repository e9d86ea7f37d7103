using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;
using Kelvin.Loading.Text;
using Kelvin.Loading.Values;

namespace Kelvin.Loading.Proposing;

/// <summary>What the values of a column say of its type.</summary>
/// <param name="trustsOrder">Whether values that ascend are taken not to repeat without being kept.</param>
/// <param name="parts">In how many parts the column is read.</param>
internal sealed class ColumnEvidence(bool trustsOrder, int parts)
{
    private const int MostValues = 50;
    private const int LongestLooked = 60;
    private const int LongestMark = 14;
    private const int LongestTruth = 6;

    private readonly Dictionary<string, long> _missing = new(StringComparer.Ordinal);
    private readonly SeenHashes _valuesSeen = new();
    private readonly List<string> _values = [];

    public NumberEvidence Numbers { get; } = new();

    public DayEvidence Days { get; } = new();

    /// <summary>What a load would want to know of its fields.</summary>
    public FieldFacts Facts { get; } = new();

    /// <summary>Whether values come twice.</summary>
    public ValueRepeats Repeats { get; } = new(trustsOrder, parts);

    /// <summary>Values that are words for true or false.</summary>
    public long Truths { get; private set; }

    /// <summary>Rows with a value that is no mark for a missing one.</summary>
    public long Present { get; private set; }

    /// <summary>Rows without any.</summary>
    public long Empty { get; private set; }

    /// <summary>Words that may stand for missing values, and how often each does.</summary>
    public IReadOnlyDictionary<string, long> Missing => _missing;

    /// <summary>Whether no value came twice, among a million at least.</summary>
    public bool IsUnique => !Repeats.Repeats && !Repeats.IsOpen && Present > 0;

    /// <summary>The first values that differ.</summary>
    public ImmutableArray<string> Values => [.. _values];

    public void Add(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            Empty++;
            Facts.NoteEmpty();
        }
        else if (!TryPlain(field))
        {
            Facts.NoteOther();
            AddOther(field.Trim(" \t"u8));
        }
    }

    /// <summary>Takes in what the later part of the column says.</summary>
    public void Join(ColumnEvidence later)
    {
        Numbers.Join(later.Numbers);
        Days.Join(later.Days);
        Facts.Join(later.Facts);
        Repeats.Join(later.Repeats);
        Truths += later.Truths;
        Present += later.Present;
        Empty += later.Empty;
        foreach (var (word, count) in later._missing)
            _missing[word] = _missing.GetValueOrDefault(word) + count;
        _values.AddRange(later._values.Except(_values).Take(MostValues - _values.Count).ToList());
    }

    /// <summary>Takes in a value that is written in the one way that needs no interpretation; false when it is not.</summary>
    private bool TryPlain(ReadOnlySpan<byte> field)
    {
        if (field[0] is (byte)'t' or (byte)'f' && PlainCheck.IsTruth(field))
        {
            Facts.NoteTruth();
            Truths++;
        }
        else if (field[0] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'-'))
            return false;
        else if (PlainNumber.TryRead(field, out var number))
        {
            Facts.NoteNumber(field, number);
            Numbers.Add(field, number);
            // Eight digits may be a day.
            if (number.Whole == 8 && field.Length == 8)
                AddDay(field);
        }
        else if (PlainCheck.IsDate(field))
        {
            Facts.NoteDate();
            AddPlainDay(field, WrittenTime.None, isMidnight: true);
        }
        else if (PlainCheck.IsTimestamp(field))
        {
            Facts.NoteInstant(field);
            AddPlainDay(field, WrittenTime.OfPlain(field[10..]), !field[10..].ContainsAnyInRange((byte)'1', (byte)'9'));
        }
        else
            return false;
        Count(field);
        return true;
    }

    private void AddPlainDay(ReadOnlySpan<byte> field, WrittenTime time, bool isMidnight)
    {
        var day = WrittenDay.OfPlain(field, time, isMidnight);
        Days.AddPlain(day);
        if (Days.IsWorthShowing(day))
            Days.Show(Encoding.UTF8.GetString(field), day);
    }

    private void AddDay(ReadOnlySpan<byte> field)
    {
        Span<char> text = stackalloc char[field.Length];
        AddDay(text[..Encoding.UTF8.GetChars(field, text)]);
    }

    private void AddDay(ReadOnlySpan<char> text)
    {
        if (!WrittenDay.TryRead(text, out var day))
            return;
        Days.Add(day);
        if (Days.IsWorthShowing(day))
            Days.Show(text, day);
    }

    private void AddOther(ReadOnlySpan<byte> field)
    {
        var isWord = BeginsWithWord(field);
        if (field.Length > (!isWord ? LongestLooked : MissingMarks.MayBegin(field[0]) ? LongestMark : LongestTruth))
        {
            Count(field);
            return;
        }
        Span<char> characters = stackalloc char[LongestLooked];
        ReadOnlySpan<char> text = characters[..Encoding.UTF8.GetChars(field, characters)];
        text = text.Trim();
        if (text.IsEmpty)
            Empty++;
        if (text.IsEmpty || MissingMarks.Are(text) && AddMissing(text))
            return;
        Count(field);
        if (!isWord && text.ContainsAnyInRange('0', '9'))
        {
            Numbers.Add(text);
            AddDay(text);
        }
        else if (TruthWords.Read(text) is not null)
            Truths++;
    }

    /// <summary>Whether so many letters stand in front that they cannot be the sign of a currency: then it is no number and no day.</summary>
    private static bool BeginsWithWord(ReadOnlySpan<byte> field) =>
        field.Length > 3 && char.IsAsciiLetter((char)field[0]) && char.IsAsciiLetter((char)field[1]) && char.IsAsciiLetter((char)field[2]) && char.IsAsciiLetter((char)field[3]);

    private bool AddMissing(ReadOnlySpan<char> text)
    {
        var word = text.ToString();
        _missing[word] = _missing.GetValueOrDefault(word) + 1;
        return true;
    }

    private void Count(ReadOnlySpan<byte> field)
    {
        Present++;
        if (_values.Count < MostValues && _valuesSeen.Add(XxHash3.HashToUInt64(field)))
            _values.Add(Encoding.UTF8.GetString(field).Trim());
        Repeats.Note(field);
    }
}
