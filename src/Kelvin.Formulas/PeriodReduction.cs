namespace Kelvin.Formulas;

/// <summary>Which of the known values of finer periods stands for the period they lie in. Without any known value it is missing.</summary>
public enum PeriodReduction
{
    /// <summary>The earliest.</summary>
    First,

    /// <summary>The latest.</summary>
    Last,

    /// <summary>Their arithmetic mean, as double; each period counts alike.</summary>
    Average,

    /// <summary>Their sum, exact where they are.</summary>
    Total,

    /// <summary>The least.</summary>
    Least,

    /// <summary>The greatest.</summary>
    Greatest,
}
