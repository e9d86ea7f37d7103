using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Catalog.Expectations;
using Kelvin.Queries.Trusting;

namespace Kelvin.Server.Health;

/// <summary>A check with what it found, as the API tells it.</summary>
internal sealed record CheckBody
{
    [Description("Its name in its dataset.")]
    public required string Name { get; init; }

    [Description("What people call it.")]
    public required string Label { get; init; }

    [Description("What happens when it fails: block refuses the load, mark tells every answer, note tells only here.")]
    public required CheckConsequence Otherwise { get; init; }

    [Description("Who looks after it.")]
    public string? Owner { get; init; }

    [Description("How it went: passed, failed, or untold where there was too little to tell. Absent when it has not been run.")]
    public CheckOutcome? Outcome { get; init; }

    [Description("How it went, in words.")]
    public required string Found { get; init; }

    [Description("What was measured.")]
    public double? Measured { get; init; }

    [Description("What it was compared with, where the definition does not say that itself.")]
    public double? Bound { get; init; }

    [Description("The period and groups that were measured.")]
    public string? At { get; init; }

    [Description("How many rows or slices fail.")]
    public long? Failing { get; init; }

    [Description("How many were looked at.")]
    public long? Looked { get; init; }

    [Description("A few that fail.")]
    public ImmutableArray<string> Examples { get; init; } = [];

    public static CheckBody Of(DataCheck check, CheckResult? result, CheckWords words) => new()
    {
        Name = check.Name,
        Label = words.Name(check),
        Otherwise = check.Otherwise,
        Owner = check.Owner,
        Outcome = result?.Outcome,
        Found = words.InShort(check, result),
        Measured = result?.Measured,
        Bound = result?.Bound,
        At = result?.At,
        Failing = result?.Failing,
        Looked = result?.Looked,
        Examples = result?.Examples ?? [],
    };
}
