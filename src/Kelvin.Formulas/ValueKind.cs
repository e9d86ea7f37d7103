namespace Kelvin.Formulas;

/// <summary>What a value is, apart from its unit.</summary>
public enum ValueKind
{
    /// <summary>A number, exact (decimal) as stored; money, counts, durations and shares are numbers with a unit.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day without a time of day or a zone.</summary>
    Date,

    /// <summary>An instant, stored as UTC.</summary>
    Timestamp,
}
