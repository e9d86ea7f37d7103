using Kelvin.Queries.Warehouse;

namespace Engines.Tests.Versions;

/// <summary>
/// What a dataset of keyed or keyless rows must hold after any loads, said in the plainest way: every version is kept whole in
/// memory, and every load remembers which rows it brought and which it took.
/// </summary>
internal sealed class VersionModel(bool hasKey)
{
    private readonly List<Load> _loads = [];

    /// <summary>The rows after each load, the first entry being before all of them.</summary>
    public List<string[]> Versions { get; } = [[]];

    /// <summary>The rows that there are.</summary>
    public List<Row> Rows { get; private set; } = [];

    /// <summary>The loads that changed something.</summary>
    public IReadOnlyList<Load> Loads => _loads;

    /// <summary>Rows that come in a mode.</summary>
    public Load? Take(LoadMode mode, IReadOnlyList<(string Key, decimal Value)> rows)
    {
        var load = new Load(mode);
        var next = mode switch
        {
            LoadMode.Append => [.. Rows, .. rows.Where(row => !hasKey || Rows.TrueForAll(old => old.Key != row.Key)).Select(row => new Row(row.Key, row.Value, load, load))],
            LoadMode.Remove => Rows.Where(old => !rows.Any(row => row.Key == old.Key)).ToList(),
            LoadMode.Replace when !hasKey => IsSame(rows) ? Rows : [.. rows.Select(row => new Row(row.Key, row.Value, load, load))],
            _ => Merged(rows, load, keepsOthers: mode == LoadMode.Upsert),
        };
        return Become(next, load);
    }

    /// <summary>Undoes a load, or says that it cannot be.</summary>
    public Load? Undo(Load load)
    {
        var later = _loads.Skip(_loads.IndexOf(load) + 1).ToList();
        if (load.UndoneBy is not null || later.Exists(one => one is { Mode: LoadMode.Replace, Stands: true }))
            return null;
        var undoing = new Load(null) { Undoes = load };
        var staying = Rows.Where(row => (load.Undoes is null ? row.Origin : row.Since) != load).ToList();
        var touched = later.Where(one => one is { Stands: true, Mode: not null }).SelectMany(one => one.Took).Select(row => row.Key).Concat(staying.Select(row => row.Key)).ToHashSet();
        var returning = load.Took.Where(row => !hasKey || !touched.Contains(row.Key)).Select(row => row with { Since = undoing });
        Become([.. staying, .. returning], undoing, always: true);
        load.UndoneBy = undoing;
        var stands = false;
        load.Stands = false;
        for (var next = load.Undoes; next is not null; next = next.Undoes)
            next.Stands = stands = !stands;
        return undoing;
    }

    private bool IsSame(IReadOnlyList<(string Key, decimal Value)> rows) =>
        rows.Select(row => Text(row.Key, row.Value)).Order(StringComparer.Ordinal).SequenceEqual(Texts(Rows));

    private List<Row> Merged(IReadOnlyList<(string Key, decimal Value)> rows, Load load, bool keepsOthers)
    {
        var coming = rows.ToDictionary(row => row.Key, row => row.Value);
        var kept = Rows.Where(old => coming.TryGetValue(old.Key, out var value) ? value == old.Value : keepsOthers).ToList();
        return [.. kept, .. rows.Where(row => kept.TrueForAll(old => old.Key != row.Key)).Select(row => new Row(row.Key, row.Value, load, load))];
    }

    private Load? Become(List<Row> next, Load load, bool always = false)
    {
        load.Took.AddRange(Rows.Except(next, ReferenceEqualityComparer.Instance).Cast<Row>());
        if (load.Took.Count == 0 && next.Count == Rows.Count && !always)
            return null;
        Rows = next;
        _loads.Add(load);
        Versions.Add(Texts(next));
        return load;
    }

    private static string[] Texts(IEnumerable<Row> rows) => [.. rows.Select(row => Text(row.Key, row.Value)).Order(StringComparer.Ordinal)];

    private static string Text(string key, decimal value) => FormattableString.Invariant($"{key}|{value:0.0000}");

    /// <summary>A row with the load that it is there since, and the one that brought it first.</summary>
    internal sealed record Row(string Key, decimal Value, Load Since, Load Origin);

    /// <summary>A load; an undoing has no mode.</summary>
    internal sealed class Load(LoadMode? mode)
    {
        public LoadMode? Mode => mode;

        public List<Row> Took { get; } = [];

        public Load? Undoes { get; init; }

        public Load? UndoneBy { get; set; }

        public bool Stands { get; set; } = true;

        /// <summary>Its number in the engine.</summary>
        public long Id { get; set; }
    }
}
