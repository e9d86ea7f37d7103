using System.Collections.Immutable;
using Kelvin.Collection.Series;

namespace Kelvin.Collection.Sources;

/// <summary>What a source gives: rows, or files. It holds the source open until it is disposed.</summary>
public abstract class SourceContent : IAsyncDisposable
{
    private SourceContent()
    {
    }

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Rows, in the order of the cursor where there is one.</summary>
    public abstract class Rows(ImmutableArray<SourceColumn> columns) : SourceContent
    {
        /// <summary>Every column at the source, whether wanted or not.</summary>
        public ImmutableArray<SourceColumn> Columns => columns;

        /// <summary>
        /// The values of each row, in the order of the columns asked for: text, bool, numbers, DateOnly, DateTime (UTC, or without a
        /// zone), DateTimeOffset, null. The array is used again for the next row.
        /// </summary>
        /// <param name="wanted">Names of columns.</param>
        /// <param name="cancellationToken">Stops it.</param>
        public abstract IAsyncEnumerable<object?[]> ReadAsync(ImmutableArray<string> wanted, CancellationToken cancellationToken);
    }

    /// <summary>Samples of series, as they stood at the moment of asking.</summary>
    public sealed class Samples(IReadOnlyList<Sample> all) : SourceContent
    {
        /// <summary>All of them.</summary>
        public IReadOnlyList<Sample> All => all;
    }

    /// <summary>Files, in the order in which they are to be loaded.</summary>
    public sealed class Files(IReadOnlyList<SourceFile> all, IDisposable? held = null) : SourceContent
    {
        /// <summary>All of them.</summary>
        public IReadOnlyList<SourceFile> All => all;

        /// <inheritdoc />
        public override ValueTask DisposeAsync()
        {
            held?.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
