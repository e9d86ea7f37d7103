using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Server.Asking;

namespace Kelvin.Server.Health;

/// <summary>How a dataset is, as the API tells it.</summary>
internal sealed record HealthBody
{
    [Description("Whether it can be relied on.")]
    public required TrustBody Trust { get; init; }

    public required long Rows { get; init; }

    [Description("The newest moment on its time axis.")]
    public DateTime? Watermark { get; init; }

    [Description("When it last changed.")]
    public DateTimeOffset? LastLoad { get; init; }

    [Description("When someone last said what it holds, be it what it held already.")]
    public DateTimeOffset? Confirmed { get; init; }

    [Description("Who looks after it.")]
    public string? Owner { get; init; }

    [Description("When its checks were last run.")]
    public DateTimeOffset? Checked { get; init; }

    [Description("Its checks, in the order of the definition.")]
    public required ImmutableArray<CheckBody> Checks { get; init; }

    [Description("Over its connection; absent for a dataset that nothing fetches.")]
    public FetchedBody? Fetched { get; init; }

    public static HealthBody Of(Dataset dataset, DatasetState? state, DatasetTrust trust, MetricCatalog catalog, Tongue tongue) => new()
    {
        Trust = TrustBody.Of(trust, catalog, tongue),
        Rows = state?.Rows ?? 0,
        Watermark = state?.Watermark is { } watermark ? DateTime.SpecifyKind(watermark, DateTimeKind.Utc) : null,
        LastLoad = state?.LastLoad,
        Confirmed = state?.Confirmed,
        Owner = dataset.Expects.Owner,
        Checked = state?.Inspection?.Moment,
        Checks = [.. TrustReading.ResultsOf(dataset, state).Select(one => CheckBody.Of(one.Check, one.Result, new CheckWords(catalog, tongue)))],
    };
}

/// <summary>How a dataset is fetched.</summary>
/// <param name="LastSuccess">When that last went well.</param>
/// <param name="Next">When it is due next.</param>
internal sealed record FetchedBody(DateTimeOffset? LastSuccess, DateTimeOffset? Next);
