namespace Kelvin.Formulas;

/// <summary>That the rows of a dataset are exchange rates: how much one of a currency is worth in another from a day on.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Currency">The text column with the code of the currency of which there is one.</param>
/// <param name="To">The code of the currency in which it is worth that much; null where a column says it.</param>
/// <param name="ToColumn">The text column with that code; null where it is the same in all rows.</param>
/// <param name="Rate">The number column with the worth.</param>
/// <param name="On">The date column of the day from which it holds, until the next one.</param>
public sealed record ExchangeRates(string Dataset, string Currency, string? To, string? ToColumn, string Rate, string On)
{
    /// <summary>The columns that are read.</summary>
    public IEnumerable<string> Columns => [Currency, .. ToColumn is null ? [] : (string[])[ToColumn], Rate, On];

    /// <summary>Whether the worth in a currency may stand here, of whatever currency.</summary>
    public bool LeadTo(string currency) => To is null || To == currency;

    /// <inheritdoc />
    public override string ToString() => $"{Dataset}: {Rate} of {Currency} in {To ?? ToColumn} on {On}";
}
