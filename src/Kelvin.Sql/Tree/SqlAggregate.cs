namespace Kelvin.Sql.Tree;

/// <summary>How many rows become one value. Missing values are passed over; without rows all but counts are missing.</summary>
public enum SqlAggregate
{
    /// <summary>Number of rows.</summary>
    CountRows,

    /// <summary>Number of rows where the value is there.</summary>
    Count,

    /// <summary>Number of different values.</summary>
    CountDistinct,

    /// <summary>Sum; exact for exact numbers.</summary>
    Sum,

    /// <summary>Arithmetic mean, as double.</summary>
    Average,

    /// <summary>Middle value, linear between the two middle ones, as double.</summary>
    Median,

    /// <summary>Value below which a fraction of the rows lies, linear between neighbours, as double.</summary>
    PercentileContinuous,

    /// <summary>The same as a value that occurs, of the argument's own type.</summary>
    PercentileDiscrete,

    /// <summary>Least value.</summary>
    Min,

    /// <summary>Greatest value.</summary>
    Max,

    /// <summary>Value of the first row in an order; rows where the value or its place in the order is missing are passed over.</summary>
    First,

    /// <summary>Value of the last row in an order, likewise.</summary>
    Last,

    /// <summary>Value of the first row in an order, missing where that row has none.</summary>
    AtFirst,

    /// <summary>Value of the last row in an order, likewise.</summary>
    AtLast,
}
