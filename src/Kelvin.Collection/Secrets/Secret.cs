namespace Kelvin.Collection.Secrets;

/// <summary>A password or key that a connection needs, as it is kept: sealed.</summary>
public sealed class Secret
{
    /// <summary>The name by which definitions speak of it.</summary>
    public required string Name { get; init; }

    /// <summary>The value, readable only with this installation's keys.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was last set.</summary>
    public required DateTimeOffset SetAt { get; set; }
}
