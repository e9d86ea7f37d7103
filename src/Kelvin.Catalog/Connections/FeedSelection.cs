using System.Text.RegularExpressions;

namespace Kelvin.Catalog.Connections;

/// <summary>What a dataset takes from a connection.</summary>
public abstract record FeedSelection
{
    private FeedSelection()
    {
    }

    /// <summary>A table or view.</summary>
    /// <param name="Schema">The schema; null for the database's own default.</param>
    /// <param name="Name">The table.</param>
    public sealed record Table(string? Schema, string Name) : FeedSelection;

    /// <summary>What one SELECT in the database's own SQL returns.</summary>
    /// <param name="Sql">The statement, without an end mark.</param>
    public sealed record Query(string Sql) : FeedSelection;

    /// <summary>Files whose path fits a pattern, with <c>*</c> for any signs but a slash.</summary>
    /// <param name="Pattern">The pattern, from the folder or bucket on.</param>
    public sealed record Files(string Pattern) : FeedSelection;

    /// <summary>An answer of a service on the web.</summary>
    /// <param name="Path">Path and query, from the connection's address on.</param>
    /// <param name="Items">The way to the rows in a JSON answer, such as <c>data.orders</c>; null when it is a list itself.</param>
    /// <param name="Pages">How the answer goes on; null when it comes in one.</param>
    public sealed record Address(string Path, string? Items, WebPages? Pages) : FeedSelection;

    /// <summary>The samples that a service gives as metrics in text.</summary>
    /// <param name="Path">Path and query, from the connection's address on.</param>
    /// <param name="Names">Names of series, with <c>*</c> for any signs, separated by commas; null for all.</param>
    public sealed record Series(string Path, string? Names) : FeedSelection
    {
        /// <summary>Whether a series of this name is taken.</summary>
        public bool Takes(string name) => Names is null || Names.Split(',').Any(pattern =>
            Regex.IsMatch(name, $"^{Regex.Escape(pattern.Trim()).Replace(@"\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.Singleline));
    }
}
