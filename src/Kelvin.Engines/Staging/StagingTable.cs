using Kelvin.Catalog;
using Kelvin.Engines.Sessions;

namespace Kelvin.Engines.Staging;

/// <summary>The table that a load fills before its rows become the dataset's. Lives inside the load's transaction.</summary>
internal sealed class StagingTable
{
    private const int RowsAPart = 1_000_000;
    private readonly IEngine _engine;
    private readonly ISession _session;
    private readonly Dataset _dataset;
    private readonly CancellationToken _cancellationToken;

    private StagingTable(IEngine engine, ISession session, Dataset dataset, string name, CancellationToken cancellationToken)
    {
        _engine = engine;
        _session = session;
        _dataset = dataset;
        _cancellationToken = cancellationToken;
        Name = name;
        Columns = new DatasetColumns(engine, dataset);
    }

    /// <summary>Its quoted name, as statements know it.</summary>
    public string Name { get; }

    /// <summary>The dataset's columns.</summary>
    public DatasetColumns Columns { get; }

    /// <summary>Whether it stands among the rows of datasets and can become one.</summary>
    public bool CanBecomeRows { get; private init; }

    /// <summary>Whether its rows have line numbers.</summary>
    public bool HasLines { get; private init; }

    private TableNames Names => _engine.Names;

    /// <summary>A table for the rows of a file: one load.</summary>
    public static async Task<StagingTable> ForFileAsync(
        IEngine engine, ISession session, Dataset dataset, long load, bool withLines, CancellationToken cancellationToken)
    {
        var names = engine.Names;
        var inPlace = engine.RenamesStaging;
        var table = new StagingTable(engine, session, dataset, inPlace ? $"{engine.Dialect.Quote(names.RowSchema)}.{names.Staging}" : names.Staging, cancellationToken)
        {
            CanBecomeRows = inPlace,
            HasLines = withLines,
        };
        var number = Whole.Text(load);
        var columns = table.Columns.Definitions.Concat([$"{names.Load} bigint DEFAULT {number}", $"{names.Origin} bigint DEFAULT {number}"]);
        if (withLines)
            columns = columns.Prepend($"{names.Line} bigint");
        await session.ExecuteAsync($"CREATE {(inPlace ? "TABLE" : "TEMPORARY TABLE")} {table.Name} ({string.Join(", ", columns)})", cancellationToken);
        return table;
    }

    /// <summary>A table for the rows of batches, each a load; its first columns are load and line.</summary>
    public static async Task<StagingTable> ForBatchesAsync(IEngine engine, ISession session, Dataset dataset, CancellationToken cancellationToken)
    {
        var names = engine.Names;
        var table = new StagingTable(engine, session, dataset, names.Staging, cancellationToken) { HasLines = true };
        var columns = table.Columns.Definitions.Prepend($"{names.Line} bigint").Prepend($"{names.Load} bigint");
        await session.ExecuteAsync($"CREATE TEMPORARY TABLE {names.Staging} ({string.Join(", ", columns)})", cancellationToken);
        return table;
    }

    /// <summary>Fills it: for each stored column an expression over the source, null for none; a first one for the line where it has lines.</summary>
    public Task FillAsync(string source, Func<Column, string?> expression, string? line = null)
    {
        var values = Columns.Stored.Select(column => expression(column) ?? $"CAST(NULL AS {_engine.DefinitionOf(column)})");
        var names = Columns.List;
        if (line is not null)
            (values, names) = (values.Prepend(line), $"{Names.Line}, {names}");
        return _session.ExecuteAsync($"INSERT INTO {Name} ({names}) SELECT {string.Join(", ", values)} FROM {source}", _cancellationToken);
    }

    /// <summary>How many rows it has.</summary>
    public async Task<long> CountAsync() =>
        Whole.Of(await _session.ScalarAsync($"SELECT count(*) FROM {Name}", _cancellationToken));

    /// <summary>Whether a key comes twice: here, unless known not to, or here and among the dataset's rows where those forbid it.</summary>
    public async Task<bool> BreaksKeyAsync(bool appends, bool areDistinct) =>
        Columns.HasKey
        && (!areDistinct && await RepeatsKeyAsync()
            || appends && await _session.ScalarAsync($"SELECT 1 FROM {Name} AS s WHERE {IsPresent} LIMIT 1", _cancellationToken) is not null);

    /// <summary>Takes rows away whose key came before: in the dataset where that forbids it, then on an earlier line.</summary>
    /// <returns>The lines taken away, in order, each with the earlier line; 0 where the dataset has the key.</returns>
    public async Task<IReadOnlyList<(long Line, long Earlier)>> RemoveRepeatedKeysAsync(bool appends)
    {
        if (!Columns.HasKey)
            return [];
        var present = appends ? await LinesAsync($"SELECT s.{Names.Line}, 0 FROM {Name} AS s WHERE {IsPresent}") : [];
        if (present.Count > 0)
            await _session.ExecuteAsync($"DELETE FROM {Name} AS s WHERE {IsPresent}", _cancellationToken);
        if (!await RepeatsKeyAsync())
            return [.. present.OrderBy(pair => pair.Line)];
        var first = $"SELECT {Names.Line} AS line, min({Names.Line}) OVER (PARTITION BY {Columns.Keys}) AS first FROM {Name}";
        var repeated = await LinesAsync($"SELECT line, first FROM ({first}) AS f WHERE line > first");
        await _session.ExecuteAsync($"DELETE FROM {Name} WHERE {Names.Line} IN (SELECT line FROM ({first}) AS f WHERE line > first)", _cancellationToken);
        return [.. present.Concat(repeated).OrderBy(pair => pair.Line)];
    }

    /// <summary>Whether a key comes twice here. Of very many rows a part of the keys is looked at at a time, so that they need not all be in memory.</summary>
    private async Task<bool> RepeatsKeyAsync()
    {
        var hash = _engine.HashOf(Columns.Keys);
        var parts = hash is null ? 1 : await CountAsync() / RowsAPart + 1;
        for (var part = 0L; part < parts; part++)
        {
            var where = parts == 1 ? "" : $" WHERE {hash} % {Whole.Text(parts)} = {Whole.Text(part)}";
            if (await _session.ScalarAsync($"SELECT 1 FROM {Name}{where} GROUP BY {Columns.Keys} HAVING count(*) > 1 LIMIT 1", _cancellationToken) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Of batches: the load and line of every row whose key is among the dataset's rows.</summary>
    public async Task<IReadOnlyList<(long Load, int Line)>> PresentAsync() =>
        [.. (await _session.RowsAsync($"SELECT s.{Names.Load}, s.{Names.Line} FROM {Name} AS s WHERE {IsPresent} ORDER BY 1, 2", _cancellationToken))
            .Select(row => ((long)row[0]!, (int)(long)row[1]!))];

    /// <summary>Takes the rows away whose key is among the dataset's rows, and all rows of these loads.</summary>
    public async Task RemovePresentAsync(IReadOnlyCollection<long> loads)
    {
        await _session.ExecuteAsync($"DELETE FROM {Name} AS s WHERE {IsPresent}", _cancellationToken);
        if (loads.Count > 0)
            await _session.ExecuteAsync(
                $"DELETE FROM {Name} WHERE {Names.Load} IN ({string.Join(", ", loads.Select(load => Whole.Text(load)))})", _cancellationToken);
    }

    /// <summary>Makes it the table of the dataset's rows, which are none.</summary>
    public async Task BecomeRowsAsync()
    {
        if (HasLines)
            await _session.ExecuteAsync($"ALTER TABLE {Name} DROP COLUMN {Names.Line}", _cancellationToken);
        await _session.ExecuteAsync($"DROP TABLE {Names.Rows(_dataset.Name)}", _cancellationToken);
        await _session.ExecuteAsync($"ALTER TABLE {Name} RENAME TO {_engine.Dialect.Quote(_dataset.Name)}", _cancellationToken);
    }

    /// <summary>Ends it.</summary>
    public Task DropAsync() => _session.ExecuteAsync($"DROP TABLE {Name}", _cancellationToken);

    private string IsPresent => $"EXISTS (SELECT 1 FROM {Names.Rows(_dataset.Name)} AS t WHERE {Columns.SameKey("s", "t")})";

    private async Task<List<(long Line, long Earlier)>> LinesAsync(string query) =>
        [.. (await _session.RowsAsync(query, _cancellationToken)).Select(row => ((long)row[0]!, Whole.Of(row[1])))];
}
