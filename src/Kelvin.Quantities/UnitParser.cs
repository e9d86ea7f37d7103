using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kelvin.Language;

namespace Kelvin.Quantities;

/// <summary>Reads <see cref="UnitText"/>: factors joined by <c>and</c>, with one <c>per</c> between what multiplies and what divides.</summary>
internal sealed partial class UnitParser(string text)
{
    /// <summary>Beyond this nobody means it.</summary>
    private const int HighestPower = 9;

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
        var unit = Is("per") ? Unit.None : Product();
        if (Take("per"))
            unit = unit.IsDimensionless ? unit * Product().Inverse() : unit / Product();
        if (_at < _words.Length)
            Fault("display.unit-unexpected", _words[_at]);
        return Checked<Unit>.From(unit, _issues.ToImmutable());
    }

    private Unit Product()
    {
        var unit = Factor();
        while (Take("and"))
            unit *= Factor();
        return unit;
    }

    private Unit Factor()
    {
        var isCount = _at + 1 < _words.Length && !IsJoin(_words[_at + 1].Value) && Take("count");
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
        var unit = isCount || word.Groups["quoted"].Success ? Unit.Item(name) : Named(name, word);
        return word.Groups["power"].Success ? Raised(unit, word) : unit;
    }

    private Unit Named(string name, Match word)
    {
        if (UnitWords.Known.TryGetValue(name, out var known))
            return known;
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
        return Unit.Item(name);
    }

    private Unit Raised(Unit unit, Match word)
    {
        if (int.TryParse(word.Groups["power"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var power) && power is >= 1 and <= HighestPower)
            return unit.Power(power);
        Fault("display.unit-power", word, ("most", HighestPower));
        return unit;
    }

    private bool Is(string word) => _at < _words.Length && _words[_at].Value == word;

    private bool Take(string word)
    {
        if (!Is(word))
            return false;
        _at++;
        return true;
    }

    private static bool IsJoin(string word) => word is "per" or "and";

    private void Fault(string code, Match word, params ReadOnlySpan<(string, object?)> arguments) =>
        _issues.Add(Issue.At(new Place(null, 1, word.Index + 1, word.Length), code, [("written", word.Value), .. arguments]));

    [GeneratedRegex("""(?:"(?<quoted>(?:[^"]|"")+)"|(?<name>[^\s"^]+))(?:\^(?<power>\S*))?|\S+""")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*$")]
    private static partial Regex PlainName();
}
