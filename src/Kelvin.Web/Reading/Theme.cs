namespace Kelvin.Web.Reading;

/// <summary>The look a reader chose.</summary>
public enum Theme
{
    /// <summary>As the reader's system says.</summary>
    System,

    /// <summary>Dark ink on light paper.</summary>
    Light,

    /// <summary>Light ink on dark paper.</summary>
    Dark,
}
