using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>Reads <see cref="UnitText"/>: factors joined by <c>and</c>, with at most one <c>per</c> between what multiplies and what divides.</summary>
internal sealed partial class UnitParser(string text, IReadOnlyCollection<string>? items)
{
    /// <summary>Beyond this nobody means it.</summary>
    private const int HighestPower = 9;

    private static readonly string[] Per = ["per", "/"], And = ["and", "*"], Count = ["count"], Points = ["points"];

    private readonly ImmutableArray<Issue>.Builder _issues = ImmutableArray.CreateBuilder<Issue>();
    private readonly ImmutableArray<Match> _words = [.. Word().Matches(text).Cast<Match>()];
    private int _at;

    /// <summary>Whether a name needs no quotes.</summary>
    public static bool IsPlainName(string name) => PlainName().IsMatch(name);

    /// <summary>The unit, or the issues.</summary>
    public Checked<Unit> Parse()
    {
        if (_words.IsEmpty)
            return Checked<Unit>.Faulty(Issue.At(new Place(null, 1, 1, 1), "display.unit-empty"));
        var unit = Is(Per) ? Unit.None : Product();
        if (Take(Per))
            unit = unit.IsDimensionless ? unit * Product().Inverse() : unit / Product();
        if (_at < _words.Length)
            Fault("display.unit-unexpected", _words[_at]);
        return Checked<Unit>.From(unit, _issues.ToImmutable());
    }

    private Unit Product()
    {
        var unit = Factor();
        while (Take(And))
            unit *= Factor();
        return unit;
    }

    private Unit Factor()
    {
        var isCount = _at + 1 < _words.Length && !IsJoin(_words[_at + 1].Value) && Take(Count);
        if (_at == _words.Length || IsJoin(_words[_at].Value))
        {
            var last = _words[Math.Min(_at, _words.Length - 1)];
            Fault("display.unit-cut-short", last);
            return Unit.None;
        }
        var word = _words[_at++];
        var name = word.Groups["quoted"].Success
            ? word.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
            : word.Groups["name"].Value;
        var unit = isCount || word.Groups["quoted"].Success ? Item(name, word) : Named(name, word);
        return word.Groups["power"].Success ? Raised(unit, word) : unit;
    }

    private Unit Named(string name, Match word)
    {
        if (UnitWords.Known.TryGetValue(name, out var known))
            return known.Equals(Unit.Share) && Take(Points) ? Unit.SharePoints : known;
        if (UnitWords.IsCurrencyShaped(name))
        {
            if (Currency.Find(name) is null)
                Fault("display.unknown-currency", word, ("nearest", Currency.Nearest(name)));
            return Unit.Currency(name);
        }
        if (UnitWords.MeantBy(name) is { } meant)
            Fault("display.unit-meant", word, ("meant", meant), ("thing", IsPlainName(name) ? name : null));
        else if (!IsPlainName(name) || UnitWords.IsTaken(name))
            Fault("display.unit-unexpected", word);
        else
            return Item(name, word);
        return Unit.None;
    }

    private Unit Item(string name, Match word)
    {
        var unit = Unit.Item(name);
        if (items is not null && !items.Any(item => Unit.Item(item).Equals(unit)))
            Fault("display.unknown-item", word, ("nearest", NearestName.Of(name, items)));
        return unit;
    }

    private Unit Raised(Unit unit, Match word)
    {
        if (int.TryParse(word.Groups["power"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var power) && power is >= 1 and <= HighestPower)
            return unit.Power(power);
        Fault("display.unit-power", word, ("most", HighestPower));
        return unit;
    }

    private bool Is(string[] words) => _at < _words.Length && words.Contains(_words[_at].Value);

    private bool Take(string[] words)
    {
        if (!Is(words))
            return false;
        _at++;
        return true;
    }

    private static bool IsJoin(string word) => Per.Contains(word) || And.Contains(word);

    private void Fault(string code, Match word, params ReadOnlySpan<(string, object?)> arguments) =>
        _issues.Add(Issue.At(new Place(null, 1, word.Index + 1, word.Length), code, [("written", word.Value), .. arguments]));

    [GeneratedRegex("""(?:"(?<quoted>(?:[^"]|"")+)"|(?<name>[^\s"^/*]+))(?:\^(?<power>[^\s/*]*))?|[/*]|[^\s/*]+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$")]
    private static partial Regex PlainName();
}
