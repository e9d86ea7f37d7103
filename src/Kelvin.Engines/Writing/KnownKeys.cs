namespace Kelvin.Engines.Writing;

/// <summary>
/// The keys of a dataset's rows in a few bytes each: it knows for certain that a key is not among them, and that it may be with one
/// mistake in hundreds of millions. Keys of rows that have left stay, which costs a look in vain and nothing else.
/// </summary>
internal sealed class KnownKeys
{
    private const int LeastSize = 1 << 16;
    private readonly List<uint[]> _tables = [];
    private int _room;

    /// <summary>How many keys it has.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a key of this hash may be among them.</summary>
    public bool MayHave(ulong hash)
    {
        var mark = MarkOf(hash);
        foreach (var table in _tables)
            for (var at = PlaceOf(hash, table); table[at] != 0; at = at + 1 == table.Length ? 0 : at + 1)
                if (table[at] == mark)
                    return true;
        return false;
    }

    /// <summary>Adds a key. Each further table is twice the size of the one before, so there are few, and none is ever copied.</summary>
    public void Add(ulong hash)
    {
        if (_room == 0)
        {
            var size = _tables.Count == 0 ? LeastSize : checked(_tables[^1].Length * 2);
            _tables.Add(new uint[size]);
            _room = size * 3 / 4;
        }
        var table = _tables[^1];
        var at = PlaceOf(hash, table);
        while (table[at] != 0)
            at = at + 1 == table.Length ? 0 : at + 1;
        table[at] = MarkOf(hash);
        (_room, Count) = (_room - 1, Count + 1);
    }

    /// <summary>Where in a table to begin to look, by the upper half of the hash; the lower half is the mark that is left there.</summary>
    private static int PlaceOf(ulong hash, uint[] table) => (int)((hash >> 32) * (ulong)table.Length >> 32);

    private static uint MarkOf(ulong hash) => (uint)hash == 0 ? 1 : (uint)hash;
}
