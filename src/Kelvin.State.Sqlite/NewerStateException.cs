namespace Kelvin.State.Sqlite;

/// <summary>The state was changed by a later version of the program, which this one does not understand.</summary>
public sealed class NewerStateException(string migration) : Exception($"The state knows a change that this version does not: {migration}.")
{
    /// <summary>The change that is unknown here.</summary>
    public string Migration { get; } = migration;
}
