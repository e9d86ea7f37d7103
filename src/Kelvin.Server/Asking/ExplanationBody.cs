using System.Collections.Immutable;
using System.ComponentModel;
using Kelvin.Language;
using Kelvin.Queries.Answers;

namespace Kelvin.Server.Asking;

/// <summary>How an answer came about, as the API tells it.</summary>
internal sealed record ExplanationBody
{
    [Description("The definitions that were asked: the same text gives the same version.")]
    public required string CatalogVersion { get; init; }

    [Description("Each metric's formula and version, the ones it refers to included.")]
    public required ImmutableArray<MetricDefinition> Definitions { get; init; }

    [Description("The datasets read, how far their data goes and when they were last loaded.")]
    public required ImmutableArray<DatasetBody> Datasets { get; init; }

    [Description("Each stage of the compiler, as it prints itself.")]
    public required ImmutableArray<Stage> Stages { get; init; }

    [Description("The SQL that ran, with parameters.")]
    public required ImmutableArray<string> Statements { get; init; }

    [Description("Rows that the question is about and that the answer had to leave out, with the reason.")]
    public required ImmutableArray<string> Notes { get; init; }

    [Description("Filters that the asker's rights added.")]
    public required ImmutableArray<string> RowFilters { get; init; }

    [Description("Which rollup was read, or why none was.")]
    public required string Rollup { get; init; }

    [Description("The moment as known on which the datasets were read; absent for what is known now.")]
    public DateTimeOffset? KnownOn { get; init; }

    public required bool FromCache { get; init; }

    public required double CompilingMilliseconds { get; init; }

    public required double RunningMilliseconds { get; init; }

    public static ExplanationBody Of(Explanation explanation, Tongue tongue) => new()
    {
        CatalogVersion = explanation.CatalogVersion,
        Definitions = explanation.Definitions,
        Datasets = [.. explanation.Datasets.Select(DatasetBody.Of)],
        Stages = explanation.Stages,
        Statements = explanation.Statements,
        Notes = [.. explanation.Notes.Select(note => note.Message(tongue))],
        RowFilters = explanation.RowFilters,
        Rollup = Texts.Say(tongue, explanation.Rollup),
        KnownOn = explanation.KnownOn,
        FromCache = explanation.FromCache,
        CompilingMilliseconds = explanation.Compiling.TotalMilliseconds,
        RunningMilliseconds = explanation.Running.TotalMilliseconds,
    };
}
