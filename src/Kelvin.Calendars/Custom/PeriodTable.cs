using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>
/// The periods of a calendar one by one, in order of time, without overlaps. Between them there may be gaps, and before
/// and after them there is nothing.
/// </summary>
public sealed record PeriodTable
{
    /// <summary>A table without periods, as of a dataset that has not been read.</summary>
    public static PeriodTable Empty { get; } = new([]);

    private PeriodTable(ImmutableArray<NamedPeriod> periods) => Periods = periods;

    /// <summary>The periods, in order of time.</summary>
    public ImmutableArray<NamedPeriod> Periods { get; }

    /// <summary>
    /// The table of these periods, in any order, or issues of code <c>calendar.table-*</c>, without places, for each
    /// that ends before it starts or overlaps another.
    /// </summary>
    public static Checked<PeriodTable> Of(IEnumerable<NamedPeriod> periods)
    {
        ImmutableArray<NamedPeriod> ordered = [.. periods.OrderBy(period => period.FirstDay).ThenBy(period => period.LastDay)];
        var issues = ImmutableArray.CreateBuilder<Issue>();
        foreach (var period in ordered.Where(period => period.LastDay < period.FirstDay))
            issues.Add(Issue.At(null, "calendar.table-backwards", ("name", period.Name.ToString()), ("first", Iso(period.FirstDay)), ("last", Iso(period.LastDay))));
        if (issues.Count == 0)
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)).Where(pair => pair.Second.FirstDay <= pair.First.LastDay))
                issues.Add(Issue.At(null, "calendar.table-overlap", ("name", later.Name.ToString()), ("other", earlier.Name.ToString()), ("first", Iso(later.FirstDay)), ("last", Iso(earlier.LastDay))));
        return Checked<PeriodTable>.From(new PeriodTable(ordered), issues.ToImmutable());
    }

    /// <summary>
    /// The table of rows that name a period for each day, in any order. Days of one name are one period from the first
    /// to the last of them; an issue for a name whose days lie on both sides of another's.
    /// </summary>
    public static Checked<PeriodTable> OfDays(IEnumerable<(DateOnly Day, string Name)> rows) =>
        Of(rows.GroupBy(row => row.Name, row => row.Day, StringComparer.Ordinal)
            .Select(days => new NamedPeriod(LocalText.Same(days.Key), days.Min(), days.Max())));

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public bool Equals(PeriodTable? other) => other is not null && Periods.SequenceEqual(other.Periods);

    /// <inheritdoc />
    public override int GetHashCode() => Periods.Aggregate(Periods.Length, HashCode.Combine);
}
