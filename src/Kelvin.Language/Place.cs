namespace Kelvin.Language;

/// <summary>Where in a text something stands. Lines and columns count from 1; a column counts UTF-16 characters.</summary>
/// <param name="File">The file as the person named it, or null for text typed in a field or on the command line.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Length">How many characters the place covers, at least 1.</param>
public sealed record Place(string? File, int Line, int Column, int Length)
{
    /// <inheritdoc />
    public override string ToString() => File is null ? $"{Line}:{Column}" : $"{File}:{Line}:{Column}";
}
