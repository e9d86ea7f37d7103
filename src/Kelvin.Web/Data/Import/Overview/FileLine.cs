using Kelvin.Web.Elements;

namespace Kelvin.Web.Data.Import.Overview;

/// <summary>A file of an upload in the list, everything already in words.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Look">What it is.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Target">Where they go.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Tone">Whether that is well.</param>
public sealed record FileLine(int Number, string Name, string Look, string Rows, string Target, string State, Tone Tone)
{
    /// <summary>The address of the dataset that its rows went to; null before.</summary>
    public string? TargetHref { get; init; }

    /// <summary>Part done of what is being done, 0 to 1; null where nothing is.</summary>
    public double? Part { get; init; }

    /// <summary>More about its state, or null.</summary>
    public string? Told { get; init; }

    /// <summary>How many of its rows were rejected and wait to be mended, in words; null for none.</summary>
    public string? Rejected { get; init; }

    /// <summary>Whether it can be looked at and changed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it stays out.</summary>
    public bool IsLeftOut { get; init; }
}
