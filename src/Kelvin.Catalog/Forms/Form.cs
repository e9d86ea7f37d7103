using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Language;

namespace Kelvin.Catalog.Forms;

/// <summary>
/// Numbers that people enter: values per period and segment, by whom and when. They are kept as rows of a dataset, which metrics
/// read as any other.
/// </summary>
/// <param name="Name">Its name, unique among forms.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Dataset">The dataset of its rows; their key is the period and the segments, or the key of what they override.</param>
/// <param name="Grain">The periods for which numbers are given.</param>
public sealed record Form(string Name, LocalText Label, string Dataset, Grain Grain)
{
    /// <summary>The column with the first day of the period, in forms that make their dataset.</summary>
    public const string Period = "period";

    /// <summary>The column with what the person wants to say of a row.</summary>
    public const string Note = "note";

    /// <summary>The column with who entered a row.</summary>
    public const string EnteredBy = "entered_by";

    /// <summary>What it is for, or null.</summary>
    public LocalText? Description { get; init; }

    /// <summary>Whose numbers they are, or null.</summary>
    public string? Department { get; init; }

    /// <summary>The dataset whose values are overridden; null for a form that has values of its own.</summary>
    public string? Overrides { get; init; }

    /// <summary>The column that places a row in a period: the first day of it, or the time axis of what is overridden.</summary>
    public required string Time { get; init; }

    /// <summary>What values are given by besides the period; none in a form that overrides, whose rows are those of its dataset.</summary>
    public ImmutableArray<FormSegment> Segments { get; init; } = [];

    /// <summary>The values asked for.</summary>
    public ImmutableArray<FormColumn> Columns { get; init; } = [];

    /// <summary>Rules besides those of single values.</summary>
    public ImmutableArray<FormRule> Rules { get; init; } = [];

    /// <summary>Whether rows have a note.</summary>
    public bool HasNote { get; init; }

    /// <summary>Whether rows say who entered them.</summary>
    public bool SaysWho { get; init; }

    /// <summary>The first day of the first period asked for; null when nothing is owed and any period may be given.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>When numbers are due, or null when they are not owed.</summary>
    public DueRule? Due { get; init; }

    /// <summary>How long before they are due people are reminded.</summary>
    public DayDistance Remind { get; init; } = new(2, true);

    /// <summary>Who owes which rows, the first that fits; who owes all that nobody else does comes last.</summary>
    public ImmutableArray<FormOwner> Owners { get; init; } = [];

    /// <summary>Who may approve; none when what is submitted counts at once.</summary>
    public ImmutableArray<string> Approvers { get; init; } = [];

    /// <summary>The pack it came with, or null for the workspace's own.</summary>
    public string? Pack { get; init; }

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether numbers count only once they are approved.</summary>
    public bool NeedsApproval => !Approvers.IsEmpty;

    /// <summary>Whether somebody is one of its approvers: names are compared without regard to case.</summary>
    public bool MayApprove(string? person) => Approvers.Contains(person ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of this name, or null.</summary>
    public FormColumn? Find(string column) => Columns.FirstOrDefault(one => one.Column.Name == column);

    /// <summary>Who owes a row, or null when nobody does.</summary>
    public string? OwnerOf(IReadOnlyDictionary<string, string> row) => Owners.FirstOrDefault(owner => owner.Owes(row))?.Person;
}
