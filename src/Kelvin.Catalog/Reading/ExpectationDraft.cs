using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Expectations;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>What is expected of a dataset, as written.</summary>
internal sealed record ExpectationDraft(Place Place, Freshness? Fresh, ImmutableArray<CheckDraft> Checks, string? Owner);

/// <summary>A document that says what is expected of a dataset that is defined elsewhere, perhaps in a pack.</summary>
internal sealed record ExpectationsDraft(string Name, Place Place, string? Pack, bool IsFaulty, ExpectationDraft Expects) : Draft(Name, Place, Pack, IsFaulty);

/// <summary>A check as written: its own text is sound, names have not been looked up.</summary>
/// <param name="Kind">The key that says what is checked.</param>
/// <param name="Subject">What stands after it; several columns for <c>unique</c>.</param>
/// <param name="Otherwise">What happens when it fails.</param>
internal sealed record CheckDraft(CheckKind Kind, ImmutableArray<YamlNode.Scalar> Subject, CheckConsequence Otherwise)
{
    public YamlNode.Scalar? Name { get; init; }

    public LocalText? Label { get; init; }

    public LocalText? Why { get; init; }

    public string? Owner { get; init; }

    public YamlNode.Scalar? Per { get; init; }

    public Grain? Grain { get; init; }

    public bool OnlyWorkingDays { get; init; }

    public ImmutableArray<YamlNode.Scalar> By { get; init; } = [];

    public YamlNode.Scalar? Over { get; init; }

    public Allowance Allowed { get; init; }

    public decimal Bound { get; init; }

    public int Days { get; init; }

    public Place Place => Subject[0].Place;
}

/// <summary>The keys that say what a check is about.</summary>
internal enum CheckKind
{
    Check,
    Holds,
    Missing,
    Linked,
    Unique,
    Complete,
    Usual,
    Shift,
}
