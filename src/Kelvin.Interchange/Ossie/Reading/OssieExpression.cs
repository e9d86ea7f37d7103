using System.Collections.Immutable;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie.Reading;

/// <summary>An expression as it is written in one of Ossie's dialects.</summary>
/// <param name="Text">The SQL; null when there is none in a dialect that is SQL.</param>
/// <param name="Dialects">The dialects in which there is one.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record OssieExpression(string? Text, string Dialects, Place Place)
{
    // In the order of trust: what most tools mean alike comes first.
    private static readonly string[] Sql = ["ANSI_SQL", "SNOWFLAKE", "DATABRICKS", "BIGQUERY"];

    public static OssieExpression Read(NodeFields owner)
    {
        var written = (owner.Group("expression")?.Groups("dialects") ?? [])
            .Select(one => (Dialect: one.Text("dialect") ?? "", Expression: one.Text("expression"), Place: one.PlaceOf("expression"))).ToImmutableArray();
        var chosen = Sql.Select(dialect => written.FirstOrDefault(one => one.Dialect == dialect)).FirstOrDefault(one => one.Expression is not null);
        return new OssieExpression(chosen.Expression, string.Join(", ", written.Select(one => one.Dialect)), chosen.Place ?? owner.PlaceOf("expression"));
    }
}
