using Kelvin.Catalog;
using Kelvin.Engines.Sessions;
using Kelvin.Formulas;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.Postgres.Preparing;

/// <summary>
/// The index by which rows are found by their key. That keys do not repeat is seen to elsewhere: it only has to be quick. Texts may
/// be longer than a tree can hold, so where a key has one, that is hashed alone.
/// </summary>
internal sealed class KeyIndex(SqlDialect dialect, TableNames names, Dataset dataset)
{
    /// <summary>Its name, quoted, in the schema of the rows. Another key has another.</summary>
    public string Name => $"{dialect.Quote(names.RowSchema)}.{dialect.Quote(OwnName)}";

    /// <summary>The statement that makes it; null where the dataset has no key.</summary>
    public string? Definition => dataset.RowKey.IsEmpty ? null
        : $"CREATE INDEX {dialect.Quote(OwnName)} ON {names.Rows(dataset.Name)} USING {Method}";

    private string OwnName => PostgresName.Of($"{dataset.Name} by {string.Join(", ", dataset.RowKey)}");

    private string Method => dataset.RowKey switch
    {
        [var only] => $"{(IsText(only) ? "hash" : "btree")} ({dialect.Quote(only)})",
        var several when several.Any(IsText) => $"hash ({dialect.Quote(several.First(IsText))})",
        var several => $"btree ({string.Join(", ", several.Select(dialect.Quote))})",
    };

    private bool IsText(string column) => dataset.Find(column) is { Type.Kind: ValueKind.Text };
}
