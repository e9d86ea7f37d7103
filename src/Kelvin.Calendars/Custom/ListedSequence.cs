using Kelvin.Language;

namespace Kelvin.Calendars.Custom;

/// <summary>Periods as a table lists them, with gaps and an end.</summary>
internal sealed record ListedSequence(PeriodTable Table) : PeriodSequence
{
    /// <inheritdoc />
    public override int First => 0;

    /// <inheritdoc />
    public override int LastStartedBy(DateOnly day)
    {
        var (low, high) = (0, Table.Periods.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Table.Periods[middle].FirstDay <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }

    /// <inheritdoc />
    public override DateRange? At(int number) =>
        number >= 0 && number < Table.Periods.Length
            ? new DateRange(Table.Periods[number].FirstDay, Table.Periods[number].LastDay.AddDays(1))
            : null;

    /// <inheritdoc />
    public override string Name(int number, Tongue tongue) => Table.Periods[number].Name.In(tongue);

    /// <inheritdoc />
    public override IEnumerable<int> Candidates(string name) => Enumerable.Range(0, Table.Periods.Length);
}
