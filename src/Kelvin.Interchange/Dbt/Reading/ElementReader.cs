using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads what rows are about and what they can be grouped by.</summary>
internal static class ElementReader
{
    public static DbtEntity? Entity(NodeFields fields, ICollection<Issue> issues)
    {
        var kind = fields.Word("type") switch
        {
            "primary" => EntityKind.Primary,
            "unique" => EntityKind.Unique,
            "natural" => EntityKind.Natural,
            "foreign" => EntityKind.Foreign,
            _ => (EntityKind?)null,
        };
        if (NameOf(fields, issues) is not { } name)
            return null;
        if (kind is null)
        {
            issues.Add(Issue.At(fields.PlaceOf("type"), "interchange.dbt-entity-kind", ("name", name), ("kind", fields.Text("type") ?? "")).AsWarning());
            return null;
        }
        if (fields.Text("role") is { } role)
            issues.Add(Issue.At(fields.PlaceOf("role"), "interchange.dbt-role", ("name", name), ("role", role)).AsWarning());
        var entity = new DbtEntity(name, kind.Value, Expression(fields, name), fields.Place)
        {
            Label = fields.Text("label") ?? fields.Text("description"),
        };
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return entity;
    }

    public static DbtDimension? Dimension(NodeFields fields, ICollection<Issue> issues)
    {
        if (NameOf(fields, issues) is not { } name)
            return null;
        var kind = fields.Word("type");
        var parameters = fields.Group("type_params");
        var validity = parameters?.Group("validity_params");
        if (kind is not ("time" or "categorical"))
            issues.Add(Issue.At(fields.PlaceOf("type"), "interchange.dbt-dimension-kind", ("name", name), ("kind", kind ?? "")).AsWarning());
        var dimension = new DbtDimension(name, Expression(fields, name), fields.Place)
        {
            Label = fields.Text("label"),
            Description = fields.Text("description"),
            Granularity = kind == "time" ? parameters?.Word("time_granularity") ?? "day" : null,
            IsPartition = fields.IsTrue("is_partition"),
            IsValidFrom = validity?.IsTrue("is_start") ?? false,
            IsValidTo = validity?.IsTrue("is_end") ?? false,
        };
        validity?.ReportUnread();
        parameters?.ReportUnread();
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return dimension;
    }

    /// <summary>What <c>expr</c> says; the name itself where it says nothing.</summary>
    public static DbtText Expression(NodeFields fields, string name) => new(fields.Text("expr") ?? name, fields.PlaceOf("expr"));

    public static string? NameOf(NodeFields fields, ICollection<Issue> issues)
    {
        var name = fields.Text("name");
        if (name is null)
            issues.Add(Issue.At(fields.Place, "interchange.nameless").AsWarning());
        return name;
    }
}
