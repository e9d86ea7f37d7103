namespace Kelvin.Queries.Warehouse;

/// <summary>What a load does with the rows already there.</summary>
public enum LoadMode
{
    /// <summary>What comes is the whole truth: rows that it lacks leave, and rows that are there unchanged stay untouched.</summary>
    Replace,

    /// <summary>They stay; a row whose key is already there is not taken.</summary>
    Append,

    /// <summary>A row stands in the place of the one of its key. Only where rows have a key.</summary>
    Upsert,

    /// <summary>Rows of the keys that come leave. Only where rows have a key.</summary>
    Remove,
}
