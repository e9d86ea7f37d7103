using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Loading;
using Kelvin.Loading.Proposing;

namespace Loading.Tests.Proposing;

/// <summary>Public files are proposed as the definitions say that people wrote for them by hand.</summary>
public sealed class RealFileTests
{
    [Theory]
    [InlineData("absenteeism")]
    [InlineData("adventureworks")]
    [InlineData("dallas_budget")]
    [InlineData("ibm_hr_attrition")]
    [InlineData("incident_event_log")]
    [InlineData("kag_conversion")]
    [InlineData("nyse_fundamentals")]
    [InlineData("olist_funnel")]
    [InlineData("olist_orders")]
    [InlineData("ravenstack")]
    public void Proposals_agree_with_the_definitions_written_by_hand(string name)
    {
        var data = SharedData.Folder(name);
        var folder = Path.Combine(SharedData.Root(), "tests", "OutsideData.Tests", name);
        var catalog = CatalogLoader.Load([.. Directory.EnumerateFiles(folder, "*.yaml").Select(file => new DefinitionFile(Path.GetFileName(file), File.ReadAllText(file), null))]);
        var differences = new List<string>();
        var files = 0;
        foreach (var dataset in catalog.Datasets.Values)
            if (dataset.Source is DatasetSource.Files { Format: { File: { } pattern } format })
                foreach (var file in Directory.EnumerateFiles(data, pattern))
                {
                    files++;
                    differences.AddRange(Differences(dataset, format, file));
                }
        Assert.True(files > 0);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static IEnumerable<string> Differences(Dataset dataset, FileFormat format, string file)
    {
        var looked = new ProposeFile("SEK").Look(file, FileFormat.Default, new Forwarded<double>(_ => { }), default);
        var name = Path.GetFileName(file);
        if (!looked.IsSound)
        {
            yield return $"{name}: {looked.Issues[0]}";
            yield break;
        }
        var found = looked.Value;
        if (format.Separator is { } separator && found.Format.Separator != separator)
            yield return $"{name}: separator {found.Format.Separator}";
        if ((format.HasHeader ?? true) != (found.Format.HasHeader ?? true))
            yield return $"{name}: header {found.Format.HasHeader}";
        // A question is right where both readings fit every value; the one that people know to be right must be among them.
        foreach (var question in found.Questions)
            if (question.Readings.Any(reading => reading.Samples.IsEmpty) || question.About == QuestionKind.Dates && !question.Readings.Any(reading => reading.Choice == format.Dates))
                yield return $"{name}: asks about {question.About} {string.Join(' ', question.Readings.Select(reading => reading.Choice))}";
        var asksDates = found.Questions.Any(question => question.About == QuestionKind.Dates);
        if (!asksDates && format.Dates != found.Format.Dates && (format.Dates is not null || dataset.Columns.Any(column => column is { IsStored: true, Type.Kind: ValueKind.Date })))
            yield return $"{name}: dates {found.Format.Dates} and not {format.Dates}";
        var stored = dataset.Columns.Where(column => column.IsStored).ToList();
        foreach (var (column, at) in stored.Select((column, at) => (column, at)))
        {
            var written = format.Names.GetValueOrDefault(column.Name, format.HasHeader == false ? (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : column.Name);
            var proposed = found.Columns.FirstOrDefault(candidate => string.Equals(candidate.Name, written, StringComparison.OrdinalIgnoreCase));
            if (proposed is null)
                yield return $"{name}: no column {written}";
            else if (!Agree(column, proposed) || proposed.Missing > 0 && !column.IsOptional && proposed.Kind != ValueKind.Text)
                yield return $"{name}: {written} is {proposed.Type} and not {column.Type.Kind}{(column.IsOptional ? "?" : "")} (e.g. {string.Join(" | ", proposed.Values.Take(4))})";
        }
    }

    /// <summary>
    /// The same kind, or one that says the same of these values: digits may be names of things, days are midnights, and 0 and 1 are truths.
    /// Only a person can tell those apart.
    /// </summary>
    private static bool Agree(Column column, ColumnProposal proposed) => (column.Type.Kind, proposed.Kind) switch
    {
        (ValueKind.Text, ValueKind.Number) => proposed.BareType == "integer",
        (ValueKind.Number, ValueKind.Text) => column.Decimals == 0 && proposed.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase),
        (ValueKind.Timestamp, ValueKind.Date) => proposed.Values.All(value => value.EndsWith("00:00:00", StringComparison.Ordinal) || value.EndsWith("00:00:00.000", StringComparison.Ordinal)),
        (ValueKind.Boolean, ValueKind.Number) => proposed.Values.All(value => value is "0" or "1"),
        var (written, found) => written == found,
    };
}
