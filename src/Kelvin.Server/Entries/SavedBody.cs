using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Saving;
using Kelvin.Entries.Values;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Server.Problems;

namespace Kelvin.Server.Entries;

/// <summary>What became of values that were sent.</summary>
internal sealed record SavedBody(
    [property: Description("Each of them, in their order.")] ImmutableArray<SavedCellBody> Cells,
    [property: Description("The rows that they belong to.")] ImmutableArray<TouchedRowBody> Rows)
{
    public static SavedBody Of(SaveOutcome outcome, ImmutableArray<CellBody> sent, Tongue tongue) => new(
        [.. outcome.Cells.Zip(sent, (cell, asked) => SavedCellBody.Of(cell, outcome.Dataset.Find(asked.Column ?? ""), tongue))],
        [.. outcome.Rows.Select(row => new TouchedRowBody(row.Period, row.Row, row.Status, [.. row.Messages.Select(message => RowMessageBody.Of(message, tongue))]))]);
}

/// <summary>What became of a value.</summary>
internal sealed record SavedCellBody(
    [property: Description("saved, refused, or overtaken: somebody else has entered another value since.")] string Outcome,
    [property: Description("The value that is there now.")] object? Value,
    [property: Description("The same as it is written in a field.")] string? Text,
    [property: Description("Its version, to be said when it is saved again.")] int? Version,
    [property: Description("Who entered the value that was first.")] string? Person,
    DateTimeOffset? At,
    [property: Description("Why it was refused, or what happened.")] IssueBody? Issue)
{
    public static SavedCellBody Of(CellOutcome outcome, Column? column, Tongue tongue) => outcome switch
    {
        CellOutcome.Saved saved => new("saved", saved.Value, WrittenValue.Of(saved.Value, column!, tongue), saved.Version, null, null, null),
        CellOutcome.Overtaken first => new(
            "overtaken", first.Value, WrittenValue.Of(first.Value, column!, tongue), first.Version, first.Person, first.At,
            IssueBody.Of(Language.Issue.At(null, first.Value is null ? "entry.overtaken-empty" : "entry.overtaken",
                ("person", first.Person), ("value", WrittenValue.Of(first.Value, column!, tongue))), tongue)),
        CellOutcome.Refused refused => new("refused", null, null, null, null, null, IssueBody.Of(refused.Issue, tongue)),
        _ => throw new InvalidOperationException($"No words for {outcome.GetType().Name}."),
    };
}

/// <summary>A row after some of its values have changed.</summary>
internal sealed record TouchedRowBody(DateOnly Period, [property: Description("The values that name it, in the order of the form.")] string Row, RowStatus? Status, ImmutableArray<RowMessageBody> Messages);
