using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads a <c>pack:</c> document.</summary>
internal static class PackReader
{
    private static readonly string[] Keys = ["pack", "label", "description", "requires"];

    public static PackDraft Read(YamlNode.Mapping document, YamlNode.Scalar name, IssueList issues)
    {
        var before = issues.Errors;
        var fields = new Fields(document, Keys, issues);
        var label = fields.Local("label");
        var description = fields.Local("description");
        var requires = fields.List("requires");
        return new(name.Text, name.Place, issues.Errors > before, label, description, requires);
    }
}
