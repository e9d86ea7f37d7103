using Kelvin.Language;

namespace Kelvin.Queries.Warehouse;

/// <summary>The engine is broken, out of reach or held by another process. The message is fit for a person to read.</summary>
public sealed class WarehouseException : Exception
{
    /// <summary>Something went wrong that only a person who knows the engine can mend.</summary>
    public WarehouseException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Something went wrong that this issue tells a person how to mend.</summary>
    public WarehouseException(Issue issue, Exception? inner = null)
        : base($"{issue.Message(Tongue.English)} {issue.Hint(Tongue.English)}".TrimEnd(), inner) => Issue = issue;

    /// <summary>The same in any language, or null when only <see cref="Exception.Message"/> says it.</summary>
    public Issue? Issue { get; }
}
