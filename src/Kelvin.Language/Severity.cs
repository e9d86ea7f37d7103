namespace Kelvin.Language;

/// <summary>How much an issue stops.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is stopped.</summary>
    Warning,

    /// <summary>What it speaks of cannot be used until it is mended.</summary>
    Error,
}
