namespace Kelvin.Calendars.Custom;

/// <summary>After which of its two calendar years a year that straddles New Year is named.</summary>
public enum YearNaming
{
    /// <summary>Both: <c>2025/26</c>.</summary>
    Both,

    /// <summary>The year in which it starts.</summary>
    Start,

    /// <summary>The year in which it ends.</summary>
    End,
}
