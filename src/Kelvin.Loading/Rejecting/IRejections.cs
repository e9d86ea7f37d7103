using Kelvin.Language;

namespace Kelvin.Loading.Rejecting;

/// <summary>Takes in the rows that cannot be read.</summary>
public interface IRejections
{
    /// <summary>Notes a row with everything that is wrong with it.</summary>
    /// <param name="line">Its line, or its number where rows are counted.</param>
    /// <param name="raw">The row as written.</param>
    /// <param name="reasons">At least one.</param>
    void Add(long line, string raw, IReadOnlyList<Issue> reasons);
}
