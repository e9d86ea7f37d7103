using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Engines.DuckDb.Preparing;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Values;
using Kelvin.Sql.Dialects;

namespace Kelvin.Engines.DuckDb.Loading;

/// <summary>Finds a dataset's columns in a Parquet file, and how each becomes a value of its type.</summary>
internal sealed class ParquetLayout(Dataset dataset, FileFormat format, LocalTimeline zone)
{
    private static readonly DuckDbDialect Sql = DuckDbDialect.Instance;

    public Checked<ParquetColumns> Match(ImmutableArray<ParquetColumn> present)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        var faults = ImmutableArray.CreateBuilder<ParquetFault>();
        foreach (var column in dataset.Columns.Where(column => column.IsStored))
        {
            var name = format.Names.GetValueOrDefault(column.Name, column.Name);
            var isRequired = dataset.Requires(column);
            if (present.FirstOrDefault(found => string.Equals(found.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } source)
            {
                var issue = Issue.At(null, isRequired ? "import.column-lacking" : "import.optional-column-lacking",
                    ("column", name), ("dataset", dataset.Name), ("nearest", NearestName.Of(name, present.Select(found => found.Name))));
                issues.Add(isRequired ? issue : issue.AsWarning());
                continue;
            }
            var quoted = Sql.Quote(source.Name);
            values[column.Name] = Value(column, source, quoted);
            faults.Add(new ParquetFault(column, quoted, Fault(column, source, quoted, isRequired)));
        }
        return Checked<ParquetColumns>.From(new ParquetColumns(values.ToImmutable(), faults.ToImmutable()), issues.ToImmutable());
    }

    private string Value(Column column, ParquetColumn source, string quoted)
    {
        var cast = $"TRY_CAST({quoted} AS {ColumnType.NameOf(column)})";
        // A time with a zone is an instant already; a day or a time without one is on the zone's clock.
        return column.Type.Kind != ValueKind.Timestamp || source.Type == "TIMESTAMP WITH TIME ZONE" ? cast : TimelineSql.ToUtc(zone, cast);
    }

    /// <summary>Holds for a value that is missing where it must not be, or that comes back changed from the column's type.</summary>
    private static string Fault(Column column, ParquetColumn source, string quoted, bool isRequired)
    {
        var cast = $"TRY_CAST({quoted} AS {ColumnType.NameOf(column)})";
        var isText = source.Type == "VARCHAR";
        var lost = isText || column.Type.Kind == ValueKind.Text ? $"{cast} IS NULL" : $"{cast} IS NULL OR TRY_CAST({cast} AS {source.Type}) IS DISTINCT FROM {quoted}";
        var present = $"({quoted} IS NOT NULL AND ({lost}))";
        return isRequired ? $"({quoted} IS NULL OR {present})" : present;
    }
}

/// <summary>A column of a Parquet file and the engine's name of its type.</summary>
internal sealed record ParquetColumn(string Name, string Type);

/// <summary>When a row must be rejected because of a column.</summary>
internal sealed record ParquetFault(Column Column, string Source, string Condition);

/// <summary>The dataset's columns over the file's.</summary>
internal sealed record ParquetColumns(ImmutableDictionary<string, string> Values, ImmutableArray<ParquetFault> Faults)
{
    /// <summary>Holds for rows that must be rejected.</summary>
    public string AnyFault => Faults.IsEmpty ? "false" : string.Join(" OR ", Faults.Select(fault => fault.Condition));

    /// <summary>A column's value, or null when the file lacks it.</summary>
    public string? Value(Column column) => Values.GetValueOrDefault(column.Name);
}
