using System.Text;

namespace Kelvin.Collection.Series;

/// <summary>A name and a value that tell a series from others.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
public readonly record struct SampleLabel(string Name, string Value)
{
    /// <summary>As it is written in texts of metrics: <c>path="C:\\temp"</c>.</summary>
    public override string ToString() => new StringBuilder(Name).Append("=\"")
        .Append(Value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))
        .Append('"').ToString();
}
