namespace Kelvin.Compiler.Planning;

/// <summary>What a scan can work out per group, in the engine.</summary>
public enum PartKind
{
    /// <summary>Number of rows.</summary>
    Rows,

    /// <summary>Number of rows in which the value is there.</summary>
    Known,

    /// <summary>Number of rows for which the value, a condition, holds.</summary>
    Holding,

    /// <summary>Sum of the values.</summary>
    Sum,

    /// <summary>Least value.</summary>
    Min,

    /// <summary>Greatest value.</summary>
    Max,

    /// <summary>Number of different values.</summary>
    Distinct,

    /// <summary>Middle value.</summary>
    Median,

    /// <summary>Value below which a fraction of rows lies.</summary>
    Percentile,

    /// <summary>Value that occurs, and is not exceeded by a fraction of rows.</summary>
    PercentileDiscrete,

    /// <summary>Value of the earliest row.</summary>
    First,

    /// <summary>Value of the latest row.</summary>
    Last,

    /// <summary>Of <see cref="Binding.RowChoice.Moments"/>: number of moments of the bucket, whatever the group.</summary>
    Moments,

    /// <summary>Of <see cref="Binding.RowChoice.Retained"/>: number of different values in the stretch before.</summary>
    Before,

    /// <summary>Of <see cref="Binding.RowChoice.Retained"/>: number of those that appear in the bucket too.</summary>
    Returned,
}
