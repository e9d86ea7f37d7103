namespace Kelvin.Engines.Sessions;

/// <summary>Reads hashes of keys, as an engine works them out by <see cref="IEngine.HashOf"/>: equal for keys that it holds to be equal, for as long as the process runs.</summary>
internal interface IKeyHashes
{
    /// <summary>How many rows a dataset must have for it to be worth remembering their keys.</summary>
    long Least { get; }

    /// <summary>Reads the one column of hashes that a query returns.</summary>
    Task ReadAsync(ISession session, string query, Action<ulong> found, CancellationToken cancellationToken);
}
