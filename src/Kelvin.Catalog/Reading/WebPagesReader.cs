using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads how an answer goes on: <c>pages: { by: link | number | offset | token, parameter: …, field: …, first: … }</c>.</summary>
internal static class WebPagesReader
{
    private static readonly string[] Keys = ["by", "parameter", "field", "first"];
    private static readonly Vocabulary<string?> Ways = new(("link", "link"), ("number", "number"), ("offset", "offset"), ("token", "token"));

    public static WebPages? Read(YamlNode.Mapping? group, IssueList issues)
    {
        if (group is null)
            return null;
        var fields = new Fields(group, Keys, issues);
        fields.RequireKey("by", group.Place, "by: link");
        var way = fields.Word("by", null, Ways);
        if (way is null or "link")
            return way is null ? null : new WebPages.Link();
        var parameter = fields.Text("parameter")?.Text ?? (way == "number" ? "page" : way == "offset" ? "offset" : null);
        if (way == "token")
        {
            fields.RequireKey("parameter", group.Place, "parameter: cursor");
            var field = fields.Required("field", group.Place, "field: meta.next_cursor");
            return parameter is null || field is null ? null : new WebPages.Token(parameter, field.Text);
        }
        return way == "number" ? new WebPages.Number(parameter!, fields.Whole("first", 0, 1_000_000) ?? 1) : new WebPages.Offset(parameter!);
    }
}
