using Kelvin.Engines.Sessions;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Book;

/// <summary>The book of loads: every file, batch and undoing that changed a dataset, with who, when and what.</summary>
internal sealed class LoadBook(IEngine engine, ISession session, CancellationToken cancellationToken)
{
    private const string Fields =
        "id, dataset, kind, mode, source, fingerprint, person, reason, moment, added, replaced, removed, unchanged, rejected, earliest, latest, undoes, undone_by, stands, refused, version, content";

    private static readonly int FieldCount = Fields.Split(',').Length;

    /// <summary>Numbers for loads that begin now, growing.</summary>
    public async Task<IReadOnlyList<long>> NumbersAsync(int count) =>
        [.. (await session.RowsAsync($"SELECT nextval('{engine.Names.Numbers}') FROM generate_series(1, {Whole.Text(count)})", cancellationToken))
            .Select(row => Whole.Of(row[0])).Order()];

    /// <summary>When a load of a dataset takes place: now, or when the last one did, should the clock have gone back since.</summary>
    public async Task<DateTime> MomentAsync(string dataset, TimeProvider clock)
    {
        var now = Kept(clock.GetUtcNow().UtcDateTime);
        var last = Stretch.Utc(await session.ScalarAsync($"SELECT max(moment) FROM {engine.Names.Loads} WHERE dataset = $1", cancellationToken, dataset));
        return last > now ? last.Value : now;
    }

    /// <summary>Writes loads down, in one statement.</summary>
    public async Task WriteAsync(IReadOnlyList<LoadLine> lines)
    {
        if (lines.Count == 0)
            return;
        var rows = Enumerable.Range(0, lines.Count).Select(row =>
            $"({string.Join(", ", Enumerable.Range(row * FieldCount + 1, FieldCount).Select(number => $"${Whole.Text(number)}"))})");
        await session.ExecuteAsync(
            $"INSERT INTO {engine.Names.Loads} ({Fields}) VALUES {string.Join(", ", rows)}", cancellationToken, [.. lines.SelectMany(Values)]);
    }

    /// <summary>When a file of this fingerprint was loaded into what the dataset now holds, or null.</summary>
    public async Task<DateTime?> LoadedAtAsync(string dataset, string fingerprint) => Stretch.Utc(await session.ScalarAsync($"""
        SELECT max(moment) FROM {engine.Names.Loads} WHERE dataset = $1 AND fingerprint = $2 AND kind = 'file' AND stands
          AND id >= (SELECT coalesce(max(id), 0) FROM {engine.Names.Loads} WHERE dataset = $1 AND mode = 'replace' AND stands)
        """, cancellationToken, dataset, fingerprint));

    /// <summary>Loads of rows that came with one of these keys, by key.</summary>
    public async Task<Dictionary<string, LoadLine>> ByKeyAsync(string dataset, IReadOnlyCollection<string> keys)
    {
        if (keys.Count == 0)
            return [];
        var list = string.Join(", ", Enumerable.Range(2, keys.Count).Select(number => $"${Whole.Text(number)}"));
        var lines = await ReadAsync($"WHERE dataset = $1 AND kind NOT IN ('file', 'undo') AND fingerprint IN ({list})", [dataset, .. keys]);
        return lines.GroupBy(line => line.Fingerprint!, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>A load, or null when there is none of this number.</summary>
    public async Task<LoadLine?> FindAsync(long id) => (await ReadAsync("WHERE id = $1", id)).FirstOrDefault();

    /// <summary>The newest loads, newest first; of one dataset or of all.</summary>
    public Task<List<LoadLine>> NewestAsync(string? dataset, int most) => dataset is null
        ? ReadAsync("ORDER BY id DESC LIMIT $1", (long)most)
        : ReadAsync("WHERE dataset = $1 ORDER BY id DESC LIMIT $2", dataset, (long)most);

    /// <summary>The newest load that said all of a dataset anew after another and still stands, or null.</summary>
    public async Task<long?> ReplacedSinceAsync(LoadLine load) => await session.ScalarAsync(
        $"SELECT max(id) FROM {engine.Names.Loads} WHERE dataset = $1 AND id > $2 AND mode = 'replace' AND stands", cancellationToken, load.Record.Dataset, load.Record.Id) is { } found
        ? Whole.Of(found)
        : null;

    /// <summary>Writes down that a load was undone by another, and which loads stand now because of it.</summary>
    public async Task UndoneAsync(LoadLine load, long by)
    {
        await session.ExecuteAsync($"UPDATE {engine.Names.Loads} SET undone_by = $2, stands = false WHERE id = $1", cancellationToken, load.Record.Id, by);
        var stands = false;
        for (var next = load.Record.Undoes; next is { } id; next = (await FindAsync(id))?.Record.Undoes)
        {
            stands = !stands;
            await session.ExecuteAsync($"UPDATE {engine.Names.Loads} SET stands = $2 WHERE id = $1", cancellationToken, id, stands);
        }
    }

    /// <summary>An instant as exactly as every engine keeps it.</summary>
    private static DateTime Kept(DateTime instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private async Task<List<LoadLine>> ReadAsync(string condition, params object?[] values) =>
        [.. (await session.RowsAsync($"SELECT {Fields} FROM {engine.Names.Loads} {condition}", cancellationToken, values)).Select(LineOf)];

    private static object?[] Values(LoadLine line)
    {
        var load = line.Record;
        return
        [
            load.Id, load.Dataset, Word(load.Kind.ToString()), load.Mode is { } mode ? Word(mode.ToString()) : null, load.Source, line.Fingerprint, load.Person, load.Reason,
            load.Moment.UtcDateTime, load.Added, load.Replaced, load.Removed, load.Unchanged, load.Rejected, load.From, load.Until,
            load.Undoes, load.UndoneBy, load.Stands, line.Refused, line.Version, line.Content,
        ];
    }

    private static LoadLine LineOf(object?[] row) => new(
        new LoadRecord(Whole.Of(row[0]), (string)row[1]!, Enum.Parse<LoadKind>((string)row[2]!, ignoreCase: true), new DateTimeOffset(Stretch.Utc(row[8])!.Value))
        {
            Mode = row[3] is string mode ? Enum.Parse<LoadMode>(mode, ignoreCase: true) : null,
            Source = (string?)row[4],
            Person = (string?)row[6],
            Reason = (string?)row[7],
            Added = Whole.Of(row[9]),
            Replaced = Whole.Of(row[10]),
            Removed = Whole.Of(row[11]),
            Unchanged = Whole.Of(row[12]),
            Rejected = Whole.Of(row[13]),
            From = Stretch.Utc(row[14]),
            Until = Stretch.Utc(row[15]),
            Undoes = row[16] is null ? null : Whole.Of(row[16]),
            UndoneBy = row[17] is null ? null : Whole.Of(row[17]),
            Stands = (bool)row[18]!,
        },
        (string?)row[5], (string?)row[19], Whole.Of(row[20]))
    {
        Content = (string?)row[21],
    };

#pragma warning disable CA1308 // The book's words are in small letters.
    private static string Word(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
