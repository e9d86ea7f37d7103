namespace Kelvin.Collection.Sources;

/// <summary>How far a run has come.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Rows">Rows fetched so far; of files, those that were loaded.</param>
/// <param name="Attempt">Which try it is, from 1.</param>
public readonly record struct SyncProgress(string Dataset, long Rows, int Attempt);
