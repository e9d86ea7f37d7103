using System.Collections.Immutable;
using System.Globalization;
using Conformance.Folder;

namespace Conformance.Running;

/// <summary>
/// The rule by which answers are right: columns by name, rows as a bag unless their order counts, numbers to a millionth.
/// </summary>
internal static class RowComparison
{
    private const int Shown = 3;
    private const double Tolerance = 1e-6;

    /// <summary>How the two differ, in a few lines; empty when they do not.</summary>
    public static ImmutableArray<string> Differences(ExpectedRows expected, AnsweredRows answered)
    {
        var columns = expected.Columns.Order(StringComparer.Ordinal).ToList();
        if (!columns.SequenceEqual(answered.Columns.Order(StringComparer.Ordinal)))
            return [$"columns expected: {string.Join(", ", columns)}", $"columns answered: {string.Join(", ", answered.Columns.Order(StringComparer.Ordinal))}"];
        if (answered.Rows.IsEmpty && !expected.MayBeEmpty)
            return [$"no rows answered, {expected.Rows.Length} expected"];
        var wanted = Ordered(expected.Rows, columns.Select(column => expected.Columns.IndexOf(column)));
        var found = Ordered(answered.Rows, columns.Select(column => answered.Columns.IndexOf(column)));
        var (missing, extra) = expected.IsOrdered ? InOrder(wanted, found) : AsBags(wanted, found);
        if (missing.Count == 0 && extra.Count == 0)
            return [];
        return
        [
            $"{wanted.Count} rows expected, {found.Count} answered; columns {string.Join(", ", columns)}",
            .. missing.Take(Shown).Select(row => "expected: " + Line(row)),
            .. extra.Take(Shown).Select(row => "answered: " + Line(row)),
        ];
    }

    private static List<object?[]> Ordered(ImmutableArray<ImmutableArray<object?>> rows, IEnumerable<int> places)
    {
        var order = places.ToArray();
        return [.. rows.Select(row => order.Select(place => row[place]).ToArray())];
    }

    private static (List<object?[]> Missing, List<object?[]> Extra) InOrder(List<object?[]> wanted, List<object?[]> found)
    {
        var differing = Enumerable.Range(0, Math.Max(wanted.Count, found.Count)).Where(index => index >= wanted.Count || index >= found.Count || !AreEqual(wanted[index], found[index])).ToList();
        return ([.. differing.Where(index => index < wanted.Count).Select(index => wanted[index])], [.. differing.Where(index => index < found.Count).Select(index => found[index])]);
    }

    /// <summary>Rows are sought among those whose values other than numbers are the same.</summary>
    private static (List<object?[]> Missing, List<object?[]> Extra) AsBags(List<object?[]> wanted, List<object?[]> found)
    {
        var left = found.GroupBy(Exact).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var missing = new List<object?[]>();
        foreach (var row in wanted)
            if (left.TryGetValue(Exact(row), out var alike) && alike.FindIndex(candidate => AreEqual(row, candidate)) is var index and >= 0)
                alike.RemoveAt(index);
            else
                missing.Add(row);
        return (missing, [.. left.Values.SelectMany(rows => rows)]);
    }

    private static string Exact(object?[] row) => string.Join('\u001f', row.Select(value => value is double ? "#" : Text(value)));

    private static bool AreEqual(object?[] one, object?[] other) => one.Zip(other).All(pair => AreEqual(pair.First, pair.Second));

    private static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (double left, double right) => Math.Abs(left - right) <= Tolerance * Math.Max(Math.Abs(left), Math.Abs(right)),
        _ => Equals(one, other),
    };

    private static string Line(object?[] row) => string.Join(" | ", row.Select(Text));

    private static string Text(object? value) => Convert.ToString(value ?? "∅", CultureInfo.InvariantCulture)!;
}
