using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Yaml;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

internal sealed record FormDraft(string Name, Place Place, string? Pack, bool IsFaulty, YamlNode.Scalar Head, LocalText Label, Grain Grain)
    : Draft(Name, Place, Pack, IsFaulty)
{
    public LocalText? Description { get; init; }

    public string? Department { get; init; }

    public YamlNode.Scalar? Dataset { get; init; }

    public YamlNode.Scalar? Overrides { get; init; }

    public ImmutableArray<FormSegmentDraft> Segments { get; init; } = [];

    public ImmutableArray<FormColumnDraft> Columns { get; init; } = [];

    public ImmutableArray<FormRuleDraft> Rules { get; init; } = [];

    public DateOnly? Since { get; init; }

    public DueRule? Due { get; init; }

    public DayDistance? Remind { get; init; }

    public YamlNode.Scalar? Owner { get; init; }

    public ImmutableArray<FormOwnerDraft> Owners { get; init; } = [];

    public ImmutableArray<string> Approvers { get; init; } = [];
}

/// <summary>A segment: its values as listed, or the dataset that lists them.</summary>
internal sealed record FormSegmentDraft(YamlNode.Scalar Name, LocalText? Label, ImmutableArray<FormChoice> Values, YamlNode.Scalar? From, YamlNode.Scalar? LabelColumn);

/// <summary>A value: what the dataset's column would be, where the form says it, and the rules.</summary>
internal sealed record FormColumnDraft(YamlNode.Scalar Name, ColumnDraft? Column)
{
    public bool IsRequired { get; init; }

    public decimal? AtLeast { get; init; }

    public decimal? AtMost { get; init; }

    public decimal? Change { get; init; }

    /// <summary>Where rules for numbers stand, or null without any.</summary>
    public Place? Numeric { get; init; }
}

internal sealed record FormRuleDraft(FormulaText Condition, bool AsksForNote, LocalText? Message);

internal sealed record FormOwnerDraft(YamlNode.Scalar Person, ImmutableArray<(YamlNode.Scalar Segment, ImmutableArray<YamlNode.Scalar> Values)> Of);
