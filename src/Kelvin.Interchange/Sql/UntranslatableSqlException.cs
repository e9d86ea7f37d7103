namespace Kelvin.Interchange.Sql;

/// <summary>Leaves a translation at the piece that cannot be said in our language; caught where the translation began.</summary>
internal sealed class UntranslatableSqlException(string written) : Exception
{
    /// <summary>The piece.</summary>
    public string Written { get; } = written;
}
