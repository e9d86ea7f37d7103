using System.Collections.Immutable;
using Kelvin.Imports.Matching;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Imports.Planning;

/// <summary>Where the rows of a file go.</summary>
public abstract record FileTarget
{
    private FileTarget()
    {
    }

    /// <summary>A dataset that is defined.</summary>
    /// <param name="Columns">Which columns go where.</param>
    /// <param name="Mode">What becomes of the rows that are there.</param>
    /// <param name="Rows">How many there are.</param>
    public sealed record Existing(ColumnAnswers Columns, LoadMode Mode, long Rows) : FileTarget
    {
        /// <summary>What may become of the rows that are there: one takes another's place only where rows have a key.</summary>
        public ImmutableArray<LoadMode> Modes =>
            Columns.Dataset.RowKey.IsEmpty ? [LoadMode.Append, LoadMode.Replace] : [LoadMode.Upsert, LoadMode.Append, LoadMode.Replace];
    }

    /// <summary>A dataset that is to be made.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record New(string Name) : FileTarget;
}
