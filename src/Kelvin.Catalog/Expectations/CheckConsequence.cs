namespace Kelvin.Catalog.Expectations;

/// <summary>What happens when rows are not as a check says.</summary>
public enum CheckConsequence
{
    /// <summary>The rows come in, and every answer that reads the dataset says what is wrong with it.</summary>
    Mark,

    /// <summary>The load is refused in whole; the rows that were there stay. An undoing is not refused but marked.</summary>
    Block,

    /// <summary>It is written down for those who look after the dataset, and no answer speaks of it.</summary>
    Note,
}
