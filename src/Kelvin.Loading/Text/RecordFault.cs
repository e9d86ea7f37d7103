namespace Kelvin.Loading.Text;

/// <summary>What can be wrong with a record before its fields are looked at.</summary>
public enum RecordFault
{
    None,

    /// <summary>A quote is opened and not closed before the text, or the longest record, ends.</summary>
    UnclosedQuote,

    /// <summary>Something other than a separator follows a closing quote.</summary>
    TextAfterQuote,

    /// <summary>A line is longer than the longest record.</summary>
    TooLong,
}

/// <summary>How a line ends.</summary>
public enum LineEnding
{
    /// <summary>With the text.</summary>
    None,
    LineFeed,
    ReturnLineFeed,
    Return,
}
