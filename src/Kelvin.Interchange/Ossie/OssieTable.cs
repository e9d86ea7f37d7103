using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Ossie.Reading;
using Kelvin.Interchange.Sql;
using Kelvin.Interchange.Tables;
using Kelvin.Language;

namespace Kelvin.Interchange.Ossie;

/// <summary>
/// A dataset to be. A field that is a column of the table is stored under the field's name; other fields are computed, and columns
/// that only expressions, keys or relationships speak of are stored too.
/// </summary>
internal sealed partial class OssieTable : ISqlNames
{
    private const int Decimals = 4;

    private readonly WarehouseTable? _table;
    private readonly List<ColumnPlan> _columns = [];
    private readonly List<string> _guessed = [];

    public OssieTable(OssieDataset source, WarehouseTable? table, ICollection<Issue> issues)
    {
        (Source, _table, Name) = (source, table, DefinitionNames.Fit(source.Name));
        var computed = source.Fields.Where(field => field.Expression.Text is null || StoredName(field) is null).ToList();
        foreach (var field in source.Fields.Except(computed))
            _columns.Add(Stored(DefinitionNames.Fit(field.Name), StoredName(field)!, field));
        Key = [.. source.Key.Select(column => Known(column).Name)];
        foreach (var field in computed)
            Compute(field, issues);
        var decimals = _columns.Where(column => column.Type == $"number with {Decimals} decimals" && _guessed.Contains(column.Name)).Select(column => column.Name).ToList();
        if (decimals.Count > 0)
            issues.Add(Issue.At(source.Place, "interchange.ossie-decimals", ("dataset", source.Name), ("count", Decimals), ("columns", string.Join(", ", decimals))).AsWarning());
        var untyped = _columns.Where(column => column.Stored is not null && _guessed.Contains(column.Name)).Except(_columns.Where(column => decimals.Contains(column.Name))).ToList();
        if (untyped.Count > 0)
            issues.Add(Issue.At(source.Place, "interchange.types-assumed", ("dataset", source.Name), ("columns", string.Join(", ", untyped.Select(column => $"{column.Name} {column.Type}")))).AsWarning());
    }

    public OssieDataset Source { get; }

    public string Name { get; }

    public ImmutableArray<string> Key { get; set; }

    public IReadOnlyList<ColumnPlan> Columns => _columns;

    /// <summary>Link columns, by name, with where they lead; other links under names of their own.</summary>
    public List<(string Name, string To, ImmutableArray<(string Here, string There)> On)> Links { get; } = [];

    /// <summary>The column that places rows in time.</summary>
    public string? Time => Source.Ours.GetValueOrDefault("time")
        ?? Source.Fields.Where(one => one.IsTime ?? one.Type is "Date" or "DateTime" or "DateTimeTz")
            .Select(one => Find(DefinitionNames.Fit(one.Name))).FirstOrDefault(column => column is { Kind: ValueKind.Date or ValueKind.Timestamp })?.Name;

    public ColumnPlan? Find(string name) => _columns.Find(column => column.Name == name);

    /// <summary>The column that a key or relationship speaks of: a field's, or one of the table.</summary>
    public ColumnPlan Known(string name) =>
        Find(DefinitionNames.Fit(name)) ?? _columns.Find(column => column.Stored == name) ?? Added(name);

    /// <inheritdoc />
    public SqlValue? Column(string name)
    {
        var column = _columns.Find(candidate => name.Equals(candidate.Stored, StringComparison.OrdinalIgnoreCase))
            ?? _columns.Find(candidate => name.Equals(candidate.Name, StringComparison.OrdinalIgnoreCase))
            ?? (_table is null || _table.Find(name) is not null ? Added(name) : null);
        return column is null ? null : new SqlValue(new Formula.Name([column.Name]), column.Kind);
    }

    /// <inheritdoc />
    public SqlValue? Reference(string written) => null;

    private ColumnPlan Added(string name)
    {
        var column = Stored(DefinitionNames.Fit(name), name, null);
        _columns.Add(column);
        return column;
    }

    private ColumnPlan Stored(string name, string stored, OssieField? field)
    {
        var ours = field?.Ours.GetValueOrDefault("type");
        var known = ours is null && _table?.Find(stored) is { } column ? ColumnTypeWords.Of(column.Type) : null;
        var told = known ?? Told(field?.Type);
        if (ours is null && known is null && field?.Type is null or "Decimal" or "Time" or "Opaque")
            _guessed.Add(name);
        return new ColumnPlan(name, told.Kind) { Stored = stored, Type = ours ?? told.Words, Label = field?.Label };
    }

    private static (string Words, ValueKind Kind) Told(string? type) => type switch
    {
        "Integer" => ("integer", ValueKind.Number),
        "Decimal" => ($"number with {Decimals} decimals", ValueKind.Number),
        "Float" => ("number", ValueKind.Number),
        "Boolean" => ("boolean", ValueKind.Boolean),
        "Date" => ("date", ValueKind.Date),
        "DateTime" or "DateTimeTz" => ("timestamp", ValueKind.Timestamp),
        _ => ("text", ValueKind.Text),
    };

    private void Compute(OssieField field, ICollection<Issue> issues)
    {
        if (field.Expression.Text is not { } text)
        {
            issues.Add(Issue.At(field.Expression.Place, "interchange.ossie-dialect", ("name", field.Name), ("dialects", field.Expression.Dialects)).AsWarning());
            return;
        }
        var (value, obstacle) = SqlTranslation.Of(text, this);
        if (value is null)
            issues.Add(Issue.At(field.Expression.Place, "interchange.expression-lost", ("name", field.Name), ("expression", text), ("obstacle", obstacle)).AsWarning());
        else if (Find(DefinitionNames.Fit(field.Name)) is null)
            _columns.Add(new ColumnPlan(DefinitionNames.Fit(field.Name), value.Kind ?? ValueKind.Text) { Formula = FormulaPrinter.Print(value.Formula), Label = field.Label });
    }

    /// <summary>The table's column, when a field is no more than that.</summary>
    private static string? StoredName(OssieField field) =>
        Plain().Match(field.Expression.Text ?? "") is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("""^\s*(?:[\p{L}_][\p{L}\p{N}_]*\s*\.\s*)*(?:"(?<name>[^"]+)"|(?<name>[\p{L}_][\p{L}\p{N}_$]*))\s*$""")]
    private static partial Regex Plain();
}
