using System.ComponentModel;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Server.Loads;

/// <summary>A load, as the API tells it.</summary>
internal sealed record LoadBody
{
    [Description("Its number; later loads have greater ones.")]
    public required long Id { get; init; }

    public required string Dataset { get; init; }

    [Description("What it was: file, rows, entry, sync or undo.")]
    public required LoadKind Kind { get; init; }

    [Description("What it did with the rows that were there. Absent for an undoing.")]
    public LoadMode? Mode { get; init; }

    public required DateTimeOffset Moment { get; init; }

    [Description("The file, or the connection.")]
    public string? Source { get; init; }

    public string? Person { get; init; }

    public string? Reason { get; init; }

    public required long Added { get; init; }

    public required long Replaced { get; init; }

    public required long Removed { get; init; }

    public required long Unchanged { get; init; }

    public required long Rejected { get; init; }

    [Description("First touched moment on the dataset's time axis.")]
    public DateTime? From { get; init; }

    [Description("Last touched moment on the dataset's time axis.")]
    public DateTime? Until { get; init; }

    [Description("The load that it undid.")]
    public long? Undoes { get; init; }

    [Description("The load that undid it.")]
    public long? UndoneBy { get; init; }

    [Description("Whether what it did still holds.")]
    public required bool Stands { get; init; }

    public static LoadBody Of(LoadRecord load) => new()
    {
        Id = load.Id,
        Dataset = load.Dataset,
        Kind = load.Kind,
        Mode = load.Mode,
        Moment = load.Moment,
        Source = load.Source,
        Person = load.Person,
        Reason = load.Reason,
        Added = load.Added,
        Replaced = load.Replaced,
        Removed = load.Removed,
        Unchanged = load.Unchanged,
        Rejected = load.Rejected,
        From = load.From,
        Until = load.Until,
        Undoes = load.Undoes,
        UndoneBy = load.UndoneBy,
        Stands = load.Stands,
    };
}
