namespace Kelvin.Formulas;

/// <summary>How rows are turned into a number.</summary>
public enum AggregateKind
{
    /// <summary>Number of rows.</summary>
    Count,

    /// <summary>Number of different known values.</summary>
    Distinct,

    /// <summary>Sum of the known values.</summary>
    Sum,

    /// <summary>Arithmetic mean of the known values, as double.</summary>
    Average,

    /// <summary>Middle value, linear between the two middle ones.</summary>
    Median,

    /// <summary>Value below which the fraction of rows lies, linear between neighbours (SQL's PERCENTILE_CONT).</summary>
    Percentile,

    /// <summary>The same as a value that occurs: the least one that the fraction of rows does not exceed (SQL's PERCENTILE_DISC).</summary>
    PercentileDiscrete,

    /// <summary>Least known value.</summary>
    Min,

    /// <summary>Greatest known value.</summary>
    Max,

    /// <summary>Value of the earliest row on the time axis; equal times are settled by the dataset's key.</summary>
    First,

    /// <summary>Value of the latest row on the time axis; equal times are settled by the dataset's key.</summary>
    Last,

    /// <summary>Rows for which the condition holds, divided by all rows. A row whose condition is missing counts among all only.</summary>
    Share,
}
