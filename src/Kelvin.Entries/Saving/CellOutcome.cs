using Kelvin.Language;

namespace Kelvin.Entries.Saving;

/// <summary>What became of a value that a person wanted in a cell.</summary>
public abstract record CellOutcome
{
    private CellOutcome()
    {
    }

    /// <summary>It is there: durable, though it may not count yet.</summary>
    /// <param name="Value">decimal, double, string, bool or DateOnly; null for an emptied cell.</param>
    /// <param name="Version">The cell's version with it.</param>
    public sealed record Saved(object? Value, int Version) : CellOutcome;

    /// <summary>It is not there: it cannot be the cell's, or the cell cannot be changed now.</summary>
    public sealed record Refused(Issue Issue) : CellOutcome;

    /// <summary>
    /// It is not there: somebody else has entered another value since. Nothing is lost: the person may keep that one, or send theirs
    /// again with this version.
    /// </summary>
    /// <param name="Value">The value that is there.</param>
    /// <param name="Version">Its version.</param>
    /// <param name="Person">Who entered it.</param>
    /// <param name="At">When.</param>
    public sealed record Overtaken(object? Value, int Version, string Person, DateTimeOffset At) : CellOutcome;
}
