using Kelvin.Imports.Planning;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>Loads what is ready, and takes packs along that have use for it.</summary>
public sealed partial class LoadForm
{
    private const int Named = 4;

    [Parameter, EditorRequired]
    public UploadPlan Plan { get; set; } = null!;

    /// <summary>How many files are loaded.</summary>
    [Parameter, EditorRequired]
    public int Ready { get; set; }

    /// <summary>Only this file, or all with null.</summary>
    [Parameter]
    public int? File { get; set; }

    private string MetricsOf(PackOffer offer)
    {
        var names = string.Join(", ", offer.Metrics.Take(Named).Select(metric => Reader.Read(metric.Label)));
        return offer.Metrics.Length == 0 ? Reader.Say("data.import.pack-needed")
            : offer.Metrics.Length <= Named ? names : Reader.Say("data.import.and-more", ("names", names), ("n", offer.Metrics.Length - Named));
    }
}
