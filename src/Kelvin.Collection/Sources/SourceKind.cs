namespace Kelvin.Collection.Sources;

/// <summary>What values of a column at a source are, as far as it matters here.</summary>
public enum SourceKind
{
    /// <summary>Anything: each value is looked at by itself.</summary>
    Any,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Dates with times.</summary>
    Timestamp,

    /// <summary>Something that no column of a dataset can hold: bytes, lists, shapes.</summary>
    Other,
}
