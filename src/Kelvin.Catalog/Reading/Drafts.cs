using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Calendars.Custom;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>A definition as it stands in a file: its own text is checked, other definitions have not been looked at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Pack">The pack it came with, or null.</param>
/// <param name="IsFaulty">Whether its own text has errors, so that it cannot be used.</param>
internal abstract record Draft(string Name, Place Place, string? Pack, bool IsFaulty);

/// <summary>A definition of which no more than its kind and name could be read.</summary>
internal sealed record BrokenDraft(string Kind, string Name, Place Place, string? Pack) : Draft(Name, Place, Pack, true);

internal sealed record DatasetDraft(
    string Name, Place Place, string? Pack, bool IsFaulty,
    LocalText? Label, ImmutableArray<YamlNode.Scalar> Key, YamlNode.Scalar? Time, DatasetSource Source,
    ImmutableArray<ColumnDraft> Columns)
    : Draft(Name, Place, Pack, IsFaulty)
{
    public ValidityDraft? Validity { get; init; }

    public ImmutableArray<LinkDraft> Links { get; init; } = [];

    public BalanceDraft? Balance { get; init; }

    public RatesDraft? Rates { get; init; }

    public FeedDraft? Feed { get; init; }

    public ExpectationDraft? Expects { get; init; }

    /// <summary>Whether its rows override those of another dataset.</summary>
    public bool IsOverride { get; init; }

    /// <summary>The key; that rows of one key begin at different times goes without saying.</summary>
    public ImmutableArray<YamlNode.Scalar> ThingKey => [.. Key.Where(column => column.Text != Validity?.From.Text)];

    public ColumnDraft? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);
}

/// <summary>How rows hold a stock, as written: snapshots, or from one column to another.</summary>
internal sealed record BalanceDraft(
    Place Place, ImmutableArray<YamlNode.Scalar> Series, CalendarSpan? Carry, YamlNode.Scalar? From, YamlNode.Scalar? To);

/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="IsFaulty">Whether its own text has errors.</param>
/// <param name="Type">Type of a stored column; null for a computed or faulty one.</param>
/// <param name="Formula">Formula of a computed column; null for a stored or faulty one.</param>
/// <param name="Label">What people call it.</param>
internal sealed record ColumnDraft(
    string Name, Place Place, bool IsFaulty, ColumnType? Type, FormulaText? Formula, LocalText? Label)
{
    /// <summary>The form whose rows may say what holds instead of its values, or null.</summary>
    public string? Overridden { get; init; }
}

/// <summary>What the type text of a stored column says.</summary>
internal sealed record ColumnType(DataType Type, int? Decimals, bool IsOptional)
{
    /// <summary>The dataset named after an arrow, and where; or null.</summary>
    public (string Dataset, Place Place)? Link { get; init; }

    /// <summary>The column with the code of the currency, where each row says it; or null.</summary>
    public (string Column, Place Place)? CurrencyColumn { get; init; }
}

internal sealed record MetricDraft(
    string Name, Place Place, string? Pack, bool IsFaulty,
    FormulaText? Formula, YamlNode.Scalar? Dataset, YamlNode.Scalar? Unit,
    ImmutableArray<YamlNode.Scalar> Time, ImmutableArray<YamlNode.Scalar> Drives, MetricCard Card)
    : Draft(Name, Place, Pack, IsFaulty)
{
    public FormulaText? Where { get; init; }
}

/// <summary>The part of a metric that needs no other definition.</summary>
internal sealed record MetricCard(
    LocalText Label, LocalText? Question, LocalText? Description, string? Department, MetricKind Kind,
    Direction Better, Grain Grain, bool EmptyIsZero, string? Owner, ImmutableArray<string> Tags);

internal sealed record TestDraft(
    string Name, Place Place, string? Pack, bool IsFaulty,
    YamlNode.Mapping? Rows, MetricTestQuery? Query, ImmutableArray<YamlNode.Scalar> Metrics,
    ImmutableArray<YamlNode.Mapping> Expected)
    : Draft(Name, Place, Pack, IsFaulty)
{
    public ImmutableArray<string> ExpectedIssues { get; init; } = [];

    public YamlNode.Scalar? Now { get; init; }

    public YamlNode.Mapping? Rights { get; init; }
}

/// <param name="Name">Its name.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Pack">The pack it came with, or null.</param>
/// <param name="IsFaulty">Whether its own text has errors.</param>
/// <param name="Calendar">The calendar; null when it is faulty.</param>
/// <param name="Source">Where its periods stand when a dataset lists them.</param>
internal sealed record CalendarDraft(
    string Name, Place Place, string? Pack, bool IsFaulty, CustomCalendar? Calendar, PeriodSourceDraft? Source)
    : Draft(Name, Place, Pack, IsFaulty);

internal sealed record PeriodSourceDraft(YamlNode.Scalar Dataset, YamlNode.Scalar Name, YamlNode.Scalar First, YamlNode.Scalar? Last);

internal sealed record PackDraft(
    string Name, Place Place, bool IsFaulty, LocalText? Label, LocalText? Description,
    ImmutableArray<YamlNode.Scalar> Requires)
    : Draft(Name, Place, Name, IsFaulty);

internal sealed record SettingsDraft(
    Place Place, bool IsFaulty, WorkspaceSettings Settings, ImmutableArray<YamlNode.Scalar> Packs)
    : Draft("workspace", Place, null, IsFaulty);
