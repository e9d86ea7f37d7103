namespace Kelvin.Engines.Book;

/// <summary>What a load changed.</summary>
/// <param name="Added">Rows whose key was not there, or that have none.</param>
/// <param name="Replaced">Rows that stand in the place of others of the same key.</param>
/// <param name="Removed">Rows that left and left nothing behind.</param>
/// <param name="Unchanged">Rows that were there already.</param>
/// <param name="Came">Where on the time axis rows came.</param>
/// <param name="Left">Where rows left.</param>
internal readonly record struct RowChanges(long Added, long Replaced, long Removed, long Unchanged, Stretch Came, Stretch Left)
{
    /// <summary>Whether there is another version of the dataset now.</summary>
    public bool IsChange => Added + Replaced + Removed > 0;

    /// <summary>Where the dataset is no longer what it was.</summary>
    public Stretch Touched => Came.And(Left);
}
