namespace Kelvin.Catalog.Connections;

/// <summary>How an answer that comes in pages goes on.</summary>
public abstract record WebPages
{
    private WebPages()
    {
    }

    /// <summary>The header <c>Link</c> names the next page (RFC 8288).</summary>
    public sealed record Link : WebPages;

    /// <summary>Pages have numbers.</summary>
    /// <param name="Parameter">The query's name for it.</param>
    /// <param name="First">The number of the first.</param>
    public sealed record Number(string Parameter, int First) : WebPages;

    /// <summary>Pages begin at a number of rows.</summary>
    /// <param name="Parameter">The query's name for it.</param>
    public sealed record Offset(string Parameter) : WebPages;

    /// <summary>The answer holds what the next question must say.</summary>
    /// <param name="Parameter">The query's name for it.</param>
    /// <param name="Field">The way to it in the answer; absent, null or empty on the last page.</param>
    public sealed record Token(string Parameter, string Field) : WebPages;
}
