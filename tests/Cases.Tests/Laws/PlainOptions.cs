namespace Cases.Tests.Laws;

/// <summary>What a question asks for beside its metrics.</summary>
internal sealed record PlainOptions
{
    /// <summary>Nothing.</summary>
    public static PlainOptions None { get; } = new();

    /// <summary>A grain that cuts the periods further, or null.</summary>
    public string? Further { get; init; }

    /// <summary>Whether every group gets every period.</summary>
    public bool Fills { get; init; }

    /// <summary>Whether groups are ranked.</summary>
    public bool Ranks { get; init; }

    /// <summary>Whether groups have their share of the total.</summary>
    public bool Shares { get; init; }

    /// <summary>Whether the whole range is compared with the period before.</summary>
    public bool Compares { get; init; }

    /// <summary>How many groups of the first dimension stand apart, and by what; null for all.</summary>
    public (int Count, PlainMeasure By)? Top { get; init; }

    /// <summary>Whether windows are written in the question, and not in definitions.</summary>
    public bool Writes { get; init; }

    public override string ToString() => string.Join(' ',
    [
        .. Further is null ? [] : (string[])[$"and {Further}"], Fills ? "filled" : "", Ranks ? "ranked" : "", Shares ? "with shares" : "",
        Compares ? "compared" : "", Top is { } top ? $"top {top.Count} by {top.By.Name}" : "", Writes ? "as formulas" : "",
    ]);
}
