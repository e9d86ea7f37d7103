namespace Kelvin.Catalog.Forms;

/// <summary>A value that a form asks for.</summary>
/// <param name="Column">The column of the form's dataset in which it is kept.</param>
public sealed record FormColumn(Column Column)
{
    /// <summary>Whether it has to be there before the form is submitted.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The least sound value, or null.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The greatest sound value, or null.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>The greatest change against the period before that needs no note, as a share of it; or null.</summary>
    public decimal? Change { get; init; }
}
