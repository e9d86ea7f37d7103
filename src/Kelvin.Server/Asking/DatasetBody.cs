using System.ComponentModel;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Server.Asking;

/// <summary>A dataset that an answer was read from, as the API tells it.</summary>
internal sealed record DatasetBody(
    string Dataset,
    [property: Description("How many rows it has.")] long Rows,
    [property: Description("Grows with each load that changed something.")] long DataVersion,
    [property: Description("The first moment on its time axis.")] DateTime? Earliest,
    [property: Description("The last moment on its time axis: data is known up to here.")] DateTime? Watermark,
    [property: Description("When it last changed.")] DateTimeOffset? LastLoad,
    [property: Description("The file or connection of its last load.")] string? LastSource,
    [property: Description("The moment from which its history is kept; absent when all is.")] DateTimeOffset? KeptFrom,
    [property: Description("When someone last said what it holds, be it what it held already.")] DateTimeOffset? Confirmed)
{
    public static DatasetBody Of(DatasetState state) => new(
        state.Dataset, state.Rows, state.DataVersion, state.Earliest, state.Watermark, state.LastLoad, state.LastSource, state.KeptFrom, state.Confirmed);
}
