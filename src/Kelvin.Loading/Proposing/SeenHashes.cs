namespace Kelvin.Loading.Proposing;

/// <summary>A set of hashes that takes little more room than they do.</summary>
internal sealed class SeenHashes
{
    private ulong[] _slots = new ulong[256];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a hash; false when it is there already.</summary>
    public bool Add(ulong hash)
    {
        // Zero marks a slot that is free.
        if (!Place(_slots, hash == 0 ? 1 : hash))
            return false;
        if (++Count * 2 > _slots.Length)
            Grow();
        return true;
    }

    /// <summary>Adds those of another; false when one of them is there already.</summary>
    public bool AddAll(SeenHashes other)
    {
        foreach (var hash in other._slots)
            if (hash != 0 && !Add(hash))
                return false;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var hash in _slots)
            if (hash != 0)
                Place(larger, hash);
        _slots = larger;
    }

    private static bool Place(ulong[] slots, ulong hash)
    {
        var mask = slots.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
            if (slots[at] == hash)
                return false;
            else if (slots[at] == 0)
            {
                slots[at] = hash;
                return true;
            }
    }
}
