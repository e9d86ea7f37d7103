using Kelvin.Catalog;
using Kelvin.Engines.Book;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Publishing;

/// <summary>Moves rows of a dataset into its history.</summary>
internal sealed class LeavingRows(IEngine engine, ISession session, Dataset dataset, CancellationToken cancellationToken)
{
    private readonly DatasetColumns _columns = new(engine, dataset);

    private TableNames Names => engine.Names;

    private string Rows => Names.Rows(dataset.Name);

    /// <summary>Moves the rows for which a condition on <c>t</c> holds.</summary>
    /// <returns>How many, and where on the time axis they were.</returns>
    public async Task<(long Count, Stretch Left)> MoveAsync(string condition, string load)
    {
        var moment = _columns.Moment("t") ?? "NULL";
        var row = (await session.RowsAsync($"SELECT count(*), min({moment}), max({moment}) FROM {Rows} AS t WHERE {condition}", cancellationToken))[0];
        var count = Whole.Of(row[0]);
        if (count > 0)
        {
            await session.ExecuteAsync($"{Keep} SELECT {Kept}, {load} FROM {Rows} AS t WHERE {condition}", cancellationToken);
            await session.ExecuteAsync($"DELETE FROM {Rows} AS t WHERE {condition}", cancellationToken);
        }
        return (count, Stretch.Of(row[1], row[2]));
    }

    /// <summary>Moves the rows whose key is among these staged ones, each taken away by the load of the staged row.</summary>
    public async Task MoveMetAsync(string staged)
    {
        await session.ExecuteAsync($"{Keep} SELECT {Kept}, s.{Names.Load} FROM {Rows} AS t JOIN {staged} AS s ON {_columns.SameKey("s", "t")}", cancellationToken);
        await session.ExecuteAsync($"DELETE FROM {Rows} AS t USING {staged} AS s WHERE {_columns.SameKey("s", "t")}", cancellationToken);
    }

    private string Keep => $"INSERT INTO {Names.History(dataset.Name)} ({_columns.List}, {Names.Load}, {Names.Origin}, {Names.Removed})";

    private string Kept => $"{_columns.Of("t")}, t.{Names.Load}, t.{Names.Origin}";
}
