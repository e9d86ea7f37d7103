using System.ComponentModel;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Datasets;

/// <summary>What became of rows that were handed over.</summary>
internal sealed record PushedBody(
    [property: Description("The number under which these rows stand in the list of loads; null when nothing changed.")] long? Load,
    [property: Description("Rows that came without taking another's place.")] long Added,
    [property: Description("Rows that took the place of others of their key.")] long Replaced,
    [property: Description("Rows that left.")] long Removed,
    [property: Description("Rows that were there already as they came.")] long Unchanged,
    [property: Description("Rows that were not taken.")] RefusedRowBody[] Refused,
    [property: Description("First touched moment on the dataset's time axis.")] DateTime? From,
    [property: Description("Last touched moment.")] DateTime? Until,
    [property: Description("The version of the dataset's rows from now on.")] long DataVersion,
    [property: Description("Whether these rows had come before under the same Idempotency-Key, so that nothing was done this time.")] bool IsRepeated)
{
    public static PushedBody Of(WriteReceipt receipt, Tongue tongue) => new(
        receipt.Load, receipt.Added, receipt.Replaced, receipt.Removed, receipt.Unchanged,
        [.. receipt.Refused.Select(row => new RefusedRowBody(row.Row, IssueBody.Of(row.Reason, tongue)))],
        receipt.From, receipt.Until, receipt.DataVersion, receipt.IsRepeated);
}

/// <summary>A row that was not taken.</summary>
internal sealed record RefusedRowBody(
    [property: Description("Its index among the rows of the request, from 0.")] int Row,
    [property: Description("Why.")] IssueBody Reason);
