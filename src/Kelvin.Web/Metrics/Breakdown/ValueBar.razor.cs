using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>A bar from zero, left when negative; the compared value is a thinner, lighter one below it.</summary>
public sealed partial class ValueBar
{
    [Parameter, EditorRequired]
    public double? Value { get; set; }

    [Parameter]
    public double? Compared { get; set; }

    /// <summary>The span of values that all bars of the table share.</summary>
    [Parameter, EditorRequired]
    public (double Low, double High) Span { get; set; }

    private double Scale => Span.High > Span.Low ? 100 / (Span.High - Span.Low) : 0;

    private string At(double value) => Write((value - Span.Low) * Scale);

    private string Left(double value) => At(Math.Min(value, 0));

    private string Width(double value) => Write(Math.Abs(value) * Scale);

    private static string Write(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
