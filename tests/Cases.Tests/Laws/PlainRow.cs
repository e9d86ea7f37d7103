using System.Globalization;

namespace Cases.Tests.Laws;

/// <summary>A row of an answer.</summary>
internal sealed record PlainRow(string Period, string Group, bool IsFilled, List<PlainCell> Cells)
{
    /// <summary>How the row is told apart from others.</summary>
    public string Key => string.Join('|', new[] { Period, Group }.Where(part => part.Length > 0));

    /// <summary>Whether it says anything.</summary>
    public bool IsTold => Cells.Any(cell => cell.IsTold);

    /// <summary>Its values, column by column.</summary>
    public object?[] Told(PlainOptions options, List<PlainRow> ranked, bool isOthers) =>
    [
        .. Cells.SelectMany((cell, at) => (object?[])
        [
            cell.Value,
            .. options.Ranks ? (object?[])[isOthers || cell.Value is null ? null : 1m + ranked.Count(row => row.Cells[at].IsGreater(cell))] : [],
            .. options.Shares ? (object?[])[cell.Share] : [],
            .. options.Compares ? (object?[])[cell.Compared, cell.Change] : [],
        ]),
        .. options.Fills ? (object?[])[IsFilled ? 1m : 0m] : [],
    ];
}

/// <summary>A metric in a row of an answer, with what is told beside it.</summary>
internal sealed record PlainCell(object? Value, object? Compared, object? Share, object? Change, bool IsPresent)
{
    public bool IsTold => IsPresent || Value is not null || Compared is not null || Share is not null || Change is not null;

    public bool IsGreater(PlainCell other) => Value is IComparable value && value.CompareTo(other.Value) > 0;

    /// <summary>One number in another; missing where that is nothing.</summary>
    public static object? Ratio(object? part, object? whole) =>
        part is null || whole is null || Number(whole) == 0 ? null : Number(part) / Number(whole);

    public static double Number(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
