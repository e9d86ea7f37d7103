namespace Kelvin.Compiler.Planning;

/// <summary>Which appearances of a value a scan by returns counts.</summary>
public enum ReturnKind
{
    /// <summary>Each, with the period in which the value comes back next.</summary>
    Each,

    /// <summary>Only the first in all that is read: enough where all windows start together, as what is cumulative does.</summary>
    FirstOnly,
}
