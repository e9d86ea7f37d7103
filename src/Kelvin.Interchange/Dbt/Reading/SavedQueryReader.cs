using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Documents;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Reading;

/// <summary>Reads a saved query.</summary>
internal static class SavedQueryReader
{
    public static SavedQuery? Read(NodeFields fields, ICollection<Issue> issues)
    {
        if (ElementReader.NameOf(fields, issues) is not { } name)
            return null;
        var asked = fields.Group("query_params") ?? fields;
        var query = new SavedQuery(name, fields.Place)
        {
            Label = fields.Text("label"),
            Description = fields.Text("description"),
            Metrics = asked.Texts("metrics"),
            GroupBy = asked.Texts("group_by"),
            Where = MetricInputReader.Filters(asked, "where"),
            OrderBy = asked.Texts("order_by"),
            Limit = (int?)asked.Number("limit"),
        };
        asked.ReportUnread();
        fields.Ignore(Bookkeeping.Keys).ReportUnread();
        return query;
    }
}
