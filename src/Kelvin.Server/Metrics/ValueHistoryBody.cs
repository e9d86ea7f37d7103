using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Tracing;
using Kelvin.Server.Loads;

namespace Kelvin.Server.Metrics;

/// <summary>What changed a value, as the API tells it.</summary>
internal sealed record ValueHistoryBody(
    [property: Description("The value as it is known now; absent when it is missing.")] object? Value,
    [property: Description("Its unit.")] string Unit,
    [property: Description("The loads that changed it, newest first.")] ImmutableArray<ValueChangeBody> Changes,
    [property: Description("How many moments of loads were looked at.")] int Looked,
    [property: Description("Whether those were all there have been.")] bool IsWhole)
{
    public static ValueHistoryBody Of(ValueHistory history)
    {
        var column = history.Current.Columns.First(column => column.Role == AnswerRole.Value);
        var frame = history.Current.Frame;
        return new(
            frame.Count > 0 ? frame[column.Name][0] : null, column.Type.Unit.ToString(),
            [.. history.Changes.Select(change => new ValueChangeBody(change.At, change.Before, change.After, [.. change.Loads.Select(LoadBody.Of)]))],
            history.Looked, history.IsWhole);
    }
}
