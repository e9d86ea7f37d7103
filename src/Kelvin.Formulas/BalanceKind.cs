namespace Kelvin.Formulas;

/// <summary>When a stock is looked at in a period.</summary>
public enum BalanceKind
{
    /// <summary>At its start; of snapshots without carry, the first in the period.</summary>
    Opening,

    /// <summary>At its end; of snapshots without carry, the last in the period.</summary>
    Closing,

    /// <summary>The mean over its local days of what there is at each day's end; of snapshots without carry, over those in the period.</summary>
    Average,
}
