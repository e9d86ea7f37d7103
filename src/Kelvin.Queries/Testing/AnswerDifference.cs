using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Queries.Answers;
using ExpectedRow = System.Collections.Immutable.ImmutableSortedDictionary<string, object?>;

namespace Kelvin.Queries.Testing;

/// <summary>Compares an answer with the rows that a test expects.</summary>
internal static class AnswerDifference
{
    /// <summary>
    /// Every difference, in the order of the expected rows; unexpected rows last. Rows are paired by the keys that the test
    /// names, in any order; columns that it does not name are not compared.
    /// </summary>
    public static ImmutableArray<TestDifference> Between(ImmutableArray<ExpectedRow> expected, MetricAnswer answer, Calendar calendar)
    {
        var unknown = expected.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal)
            .Where(name => answer.Frame.Find(name) is null)
            .Select(name => new TestDifference(TestDifferenceKind.ColumnUnknown, "", name, null, null))
            .ToImmutableArray();
        if (!unknown.IsEmpty)
            return unknown;
        var keys = answer.Columns.Where(column => column.Role is AnswerRole.Period or AnswerRole.Dimension)
            .Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var named = keys.Intersect(expected.SelectMany(row => row.Keys), StringComparer.Ordinal).ToList();
        var left = Enumerable.Range(0, answer.Frame.Count).ToList();
        var differences = ImmutableArray.CreateBuilder<TestDifference>();
        foreach (var row in expected)
        {
            bool Fits(string key, int index) => TestValue.Fits(row[key], answer.Frame[key][index], calendar);
            var pair = left.FindIndex(index => row.Keys.Where(keys.Contains).All(key => Fits(key, index)));
            if (pair < 0)
            {
                differences.Add(new(TestDifferenceKind.RowMissing, Name(row.Where(cell => keys.Contains(cell.Key)).Select(cell => cell.Value)), null, null, null));
                continue;
            }
            differences.AddRange(row.Keys.Where(column => !keys.Contains(column) && !Fits(column, left[pair])).Select(column => new TestDifference(
                TestDifferenceKind.Value, Name(row.Where(cell => keys.Contains(cell.Key)).Select(cell => cell.Value)), column,
                row[column], answer.Frame[column][left[pair]])));
            left.RemoveAt(pair);
        }
        differences.AddRange(left.Select(index => new TestDifference(
            TestDifferenceKind.RowUnexpected, Name(named.DefaultIfEmpty(answer.Frame.Columns[0].Name).Select(key => answer.Frame[key][index])), null, null, null)));
        return differences.ToImmutable();
    }

    private static string Name(IEnumerable<object?> values) => string.Join(", ", values.Select(TestValue.Write));
}
