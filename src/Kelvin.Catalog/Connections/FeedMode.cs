namespace Kelvin.Catalog.Connections;

/// <summary>What becomes of the rows already there when others are fetched.</summary>
public enum FeedMode
{
    /// <summary>What is fetched is the whole truth.</summary>
    Replace,

    /// <summary>They stay.</summary>
    Append,

    /// <summary>A row stands in the place of the one of its key.</summary>
    Upsert,
}
