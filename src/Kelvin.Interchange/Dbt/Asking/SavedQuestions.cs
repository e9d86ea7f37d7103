using Kelvin.Compiler;
using Kelvin.Interchange.Dbt.Definitions;
using Kelvin.Interchange.Dbt.Referring;
using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Asking;

/// <summary>Questions that a dbt project keeps: they are no definitions, so the report says how to ask them.</summary>
internal static class SavedQuestions
{
    /// <summary>One issue for each.</summary>
    public static IEnumerable<Issue> Report(DbtImport import)
    {
        foreach (var saved in import.Project.SavedQueries)
        {
            var asked = QuestionTranslation.Of(import, Of(saved, import.Grains));
            yield return Issue.At(saved.Place, "interchange.dbt-saved-query", ("name", saved.Name),
                asked.IsSound ? ("command", CommandOf(asked.Value)) : ("reason", asked.Issues[0].Message(Tongue.English))).AsWarning();
        }
    }

    /// <summary>The question of a saved query.</summary>
    public static DbtQuestion Of(SavedQuery saved, IReadOnlySet<string> grains) => new()
    {
        Metrics = saved.Metrics,
        GroupBy = [.. saved.GroupBy.Select(written => Grouping(written, grains))],
        Where = [.. saved.Where.Select(where => where.Text)],
        OrderBy = [.. saved.OrderBy.Select(written => Key(written, grains))],
        Limit = saved.Limit,
    };

    private static DbtGrouping Grouping(string written, IReadOnlySet<string> grains) => DbtReference.Read(written, grains) switch
    {
        DbtReference.Element { Path: var path } => new DbtGrouping((path with { Grain = null, DatePart = null }).Column, path.Grain, path.DatePart),
        _ => new DbtGrouping(written),
    };

    private static string Key(string written, IReadOnlySet<string> grains) => DbtReference.Read(written, grains) switch
    {
        DbtReference.Element element => (element.IsDescending ? "-" : "") + element.Path.Column,
        DbtReference.Metric metric => (metric.IsDescending ? "-" : "") + metric.Name,
        _ => written,
    };

    private static string CommandOf(AskedOfDbt asked) =>
        CommandOf(asked.Query) + (asked.Beside is { } beside ? $" ; {CommandOf(beside)}" : "");

    private static string CommandOf(MetricQuery query)
    {
        string?[] parts =
        [
            "kelvin query", Quoted(string.Join(",", query.Metrics)),
            Option("--grain", string.Join(",", query.Grains.Select(grain => grain.Name))),
            Option("--by", string.Join(",", query.By)),
            Option("--where", query.Where),
            query.Fill ? "--fill" : null,
            query.Unlinked ? "--unlinked" : null,
            Option("--order", string.Join(",", query.Order.Select(key => (key.Descending ? "-" : "") + key.Column))),
            Option("--limit", query.Limit is { } limit ? FormattableString.Invariant($"{limit}") : null),
        ];
        return string.Join(' ', parts.OfType<string>().Where(part => part.Length > 0));
    }

    private static string? Option(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name} {Quoted(value)}";

    private static string Quoted(string value) => value.Contains(' ', StringComparison.Ordinal) || value.Contains('\'', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
