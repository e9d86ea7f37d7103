using System.Collections.Immutable;
using Kelvin.Calendars.Zones;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;
using Kelvin.Sql;

namespace Kelvin.Engines.Sessions;

/// <summary>What an engine does in its own way; all else that it keeps datasets by is shared.</summary>
internal interface IEngine
{
    /// <summary>How it writes SQL.</summary>
    SqlDialect Dialect { get; }

    /// <summary>What its schemas and tables are called.</summary>
    TableNames Names { get; }

    /// <summary>Whether the table of a staged file can become the dataset's by being renamed.</summary>
    bool RenamesStaging { get; }

    /// <summary>
    /// How the local day of an instant is written, by spans of offsets that cover it, to be kept beside the rows; null for an
    /// engine in which questions cut their days themselves.
    /// </summary>
    Func<string, ImmutableArray<OffsetSpan>, string>? DayOf { get; }

    /// <summary>Hashes of keys, for an engine into which nobody else writes; null where others may.</summary>
    IKeyHashes? KeyHashes { get; }

    /// <summary>The type of a column, with what else its definition needs.</summary>
    string DefinitionOf(Column column);

    /// <summary>Whether a column of this type, as the engine names it, holds what a definition's column does.</summary>
    bool Fits(Column column, string type);

    /// <summary>The name under which the engine keeps a name, which may be long.</summary>
    string Kept(string name);

    /// <summary>A connection that reads.</summary>
    Task<ISession> ReadAsync(CancellationToken cancellationToken);

    /// <summary>A connection that writes.</summary>
    Task<ISession> WriteAsync(CancellationToken cancellationToken);

    /// <summary>Runs a question.</summary>
    Task<Frame> QueryAsync(ISession session, SqlText statement, ImmutableArray<ResultColumn> shape, CancellationToken cancellationToken);

    /// <summary>
    /// Asks on a connection of its own, on which these datasets are what these statements select: in their order, each seeing those
    /// before it, and everyone else seeing nothing of it.
    /// </summary>
    Task<T> InPlaceAsync<T>(
        IReadOnlyList<(string Dataset, string Select)> places, Func<ISession, Task<T>> ask, CancellationToken cancellationToken);

    /// <summary>Lets one writer at a time at a dataset, or with an empty name at the definitions, until the transaction ends.</summary>
    Task LockAsync(ISession session, string dataset, CancellationToken cancellationToken);

    /// <summary>The columns of a table with their types, by the names they are kept under; none when there is no such table.</summary>
    Task<IReadOnlyDictionary<string, string>> ColumnsAsync(ISession session, string schema, string table, CancellationToken cancellationToken);

    /// <summary>The names under which the columns of a dataset's view are kept, in its order; none when there is no such view.</summary>
    Task<IReadOnlyList<string>> ViewColumnsAsync(ISession session, string dataset, CancellationToken cancellationToken);

    /// <summary>Brings a table that an earlier version of the program made among the datasets to where rows are kept now.</summary>
    Task MoveRowsAsync(ISession session, string dataset, CancellationToken cancellationToken);

    /// <summary>A whole number, not below zero, that is the same where these columns are; null for an engine that groups any number of rows in little memory by itself.</summary>
    string? HashOf(string columns);

    /// <summary>Sees to it that rows are found by their key without going over all of them, where the engine needs help with that.</summary>
    Task IndexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken);

    /// <summary>Gives that up before very many rows come in, until it is seen to again.</summary>
    Task UnindexAsync(ISession session, Dataset dataset, CancellationToken cancellationToken);

    /// <summary>What there is to do when many rows of a dataset have changed.</summary>
    Task SettleAsync(ISession session, string dataset, CancellationToken cancellationToken);
}
