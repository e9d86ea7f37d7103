using System.Collections.Immutable;

namespace Kelvin.Web.Metrics.History;

/// <summary>A metric's history as it is shown, in the chart and in the table beside it.</summary>
/// <param name="Title">The metric.</param>
/// <param name="Subtitle">The stretch of time and the comparison.</param>
/// <param name="Form">How it is drawn.</param>
/// <param name="ValueName">What the value is called.</param>
/// <param name="ComparedName">What it is compared with, or null.</param>
/// <param name="Missing">The word for a missing value.</param>
/// <param name="Points">Its periods, in order.</param>
/// <param name="Ticks">The marks of the value axis, from lowest to highest, evenly spaced.</param>
public sealed record HistoryView(
    string Title, string Subtitle, HistoryForm Form, string ValueName, string? ComparedName, string Missing,
    ImmutableArray<HistoryPoint> Points, ImmutableArray<AxisTick> Ticks)
{
    /// <summary>Whether the value axis starts elsewhere than at zero, which the chart then says.</summary>
    public bool IsCut => !Ticks.IsEmpty && (Ticks[0].Value > 0 || Ticks[^1].Value < 0);
}

/// <summary>How a history is drawn.</summary>
public enum HistoryForm
{
    /// <summary>A line, for many periods.</summary>
    Line,

    /// <summary>Bars from zero, for few.</summary>
    Bar,
}

/// <summary>A mark of the value axis.</summary>
public readonly record struct AxisTick(double Value, string Text);
