using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Server.Metrics;

/// <summary>A metric's definition, as the API tells it.</summary>
internal sealed record MetricBody
{
    [Description("The name to ask for it by.")]
    public required string Name { get; init; }

    [Description("What people call it, in the language of Accept-Language.")]
    public required string Label { get; init; }

    [Description("The question it answers.")]
    public string? Question { get; init; }

    [Description("What it is, why it matters, how it is worked out.")]
    public string? Description { get; init; }

    public string? Department { get; init; }

    [Description("operational: watched in daily work. strategic: watched per quarter and year.")]
    public required MetricKind Kind { get; init; }

    [Description("Which way is better.")]
    public required Direction Better { get; init; }

    [Description("The period it is usually looked at.")]
    public required string Grain { get; init; }

    public required string Formula { get; init; }

    [Description("Fingerprint of everything that decides its values.")]
    public required string Version { get; init; }

    public required ImmutableArray<string> Drives { get; init; }

    public string? Owner { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public string? Pack { get; init; }

    public static MetricBody Of(Metric metric, Tongue tongue) => new()
    {
        Name = metric.Name,
        Label = metric.Label.In(tongue),
        Question = metric.Question?.In(tongue),
        Description = metric.Description?.In(tongue),
        Department = metric.Department,
        Kind = metric.Kind,
        Better = metric.Better,
        Grain = metric.Grain.Name,
        Formula = metric.Formula,
        Version = metric.Version,
        Drives = metric.Drives,
        Owner = metric.Owner,
        Tags = metric.Tags,
        Pack = metric.Pack,
    };
}
