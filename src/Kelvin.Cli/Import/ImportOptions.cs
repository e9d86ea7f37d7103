using System.Collections.Immutable;
using System.CommandLine;
using Kelvin.Cli.CommandLine;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Cli.Import;

/// <summary>The options that say where a file's rows go.</summary>
internal sealed class ImportOptions(CommandDefinition definition)
{
    private readonly Option<string?> _dataset = definition.Value("--dataset", "dataset");
    private readonly Option<string?> _new = definition.Value("--new", "name");
    private readonly Option<string[]> _maps = definition.Values("--map", "pair");
    private readonly Option<string?> _mode = definition.Value("--mode", "mode");
    private readonly Option<bool> _dryRun = definition.Flag("--dry-run");

    /// <summary>Whether any of them is given.</summary>
    public bool AreGiven(ParseResult parsed) =>
        parsed.GetValue(_dataset) is not null || parsed.GetValue(_new) is not null || parsed.GetValue(_maps) is { Length: > 0 }
        || parsed.GetValue(_mode) is not null || parsed.GetValue(_dryRun);

    /// <summary>Pairs of options of which only one can be meant.</summary>
    public ImmutableArray<Issue> Contradictions(ParseResult parsed, Option<bool> append, Option<bool> upsert)
    {
        var mode = parsed.GetValue(_mode);
        var (appends, upserts) = (parsed.GetValue(append), parsed.GetValue(upsert));
        return
        [
            .. Both(appends && upserts, append.Name, upsert.Name),
            .. Both(appends && mode is not (null or "append"), append.Name, $"--mode {mode}"),
            .. Both(upserts && mode is not (null or "upsert"), upsert.Name, $"--mode {mode}"),
            .. Both(parsed.GetValue(_dataset) is not null && parsed.GetValue(_new) is not null, _dataset.Name, _new.Name),
        ];
    }

    /// <summary>The issue of two that contradict each other; none where they do not.</summary>
    public static ImmutableArray<Issue> Both(bool contradict, string one, string other) =>
        contradict ? [Issue.At(null, "cli.import.contradicting", ("one", one), ("other", other))] : [];

    /// <summary>What they say, beside a mode that a flag of its own says; issues where they say nothing that can be.</summary>
    public Checked<ImportAnswers> Read(ParseResult parsed, LoadMode? flagged)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var maps = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var map in parsed.GetValue(_maps) ?? [])
            if (map.LastIndexOf('=') is > 0 and var at && at < map.Length - 1)
                maps[map[(at + 1)..].Trim()] = map[..at].Trim();
            else
                issues.Add(Unusable("--map", map, "\"Order Amount=amount\""));
        var mode = parsed.GetValue(_mode);
        if (mode is not null && !Modes.ContainsKey(mode))
            issues.Add(Unusable("--mode", mode, string.Join(", ", Modes.Keys.Order(StringComparer.Ordinal))));
        return Checked<ImportAnswers>.From(
            new ImportAnswers(parsed.GetValue(_dataset), parsed.GetValue(_new), maps.ToImmutable(), mode is null ? flagged : Modes.GetValueOrDefault(mode), parsed.GetValue(_dryRun)),
            issues.ToImmutable());
    }

    /// <summary>The words for what becomes of the rows that are there.</summary>
    private static Dictionary<string, LoadMode> Modes { get; } =
        Enum.GetValues<LoadMode>().ToDictionary(mode => mode.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static Issue Unusable(string option, string value, string known) =>
        Issue.At(null, "cli.import.unusable-option", ("option", option), ("value", value), ("known", known));
}

/// <summary>What was said on the command line of where rows go.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="New">The name of a dataset that is to be made.</param>
/// <param name="Maps">The file's column by the dataset's.</param>
/// <param name="Mode">What becomes of the rows that are there.</param>
/// <param name="IsDryRun">Whether to look only.</param>
internal sealed record ImportAnswers(string? Dataset, string? New, ImmutableSortedDictionary<string, string> Maps, LoadMode? Mode, bool IsDryRun);
