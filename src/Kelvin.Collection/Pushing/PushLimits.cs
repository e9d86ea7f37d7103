namespace Kelvin.Collection.Pushing;

/// <summary>How much may be handed over at once, and how much may wait.</summary>
/// <param name="BytesARequest">The longest request.</param>
/// <param name="RowsARequest">The most rows in one.</param>
/// <param name="BytesAValue">The longest text of one value.</param>
/// <param name="RowsWaiting">Rows that may wait for their turn; whoever comes when as many wait is asked to come again.</param>
/// <param name="RowsACommit">Rows that are made durable together, unless a single request has more.</param>
public sealed record PushLimits(int BytesARequest, int RowsARequest, int BytesAValue, int RowsWaiting, int RowsACommit)
{
    /// <summary>Enough for a second of the fastest sender, and little enough to fit in memory many times over.</summary>
    public static PushLimits Default { get; } = new(
        BytesARequest: 16 * 1024 * 1024, RowsARequest: 50_000, BytesAValue: 1024 * 1024, RowsWaiting: 100_000, RowsACommit: 10_000);
}
