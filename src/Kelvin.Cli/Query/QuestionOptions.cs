using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Kelvin.Calendars;
using Kelvin.Cli.CommandLine;
using Kelvin.Compiler;
using Kelvin.Language;

namespace Kelvin.Cli.Query;

/// <summary>The words in which a question is asked, shared by the commands that answer and explain.</summary>
internal sealed class QuestionOptions(CommandDefinition definition)
{
    private readonly Argument<string[]> _metrics = definition.Words("metric", ArgumentArity.ZeroOrMore);
    private readonly Option<string?> _by = definition.Value("--by", "columns");
    private readonly Option<string?> _grain = definition.Value("--grain", "grain");
    private readonly Option<string?> _time = definition.Value("--time", "columns");
    private readonly Option<string?> _range = definition.Value("--range", "time");
    private readonly Option<string?> _where = definition.Value("--where", "condition");
    private readonly Option<string?> _compare = definition.Value("--compare", "comparison");
    private readonly Option<string?> _zone = definition.Value("--zone", "zone");
    private readonly Option<string?> _knownOn = definition.Value("--known-on", "moment");
    private readonly Option<bool> _fill = definition.Flag("--fill");
    private readonly Option<string?> _top = definition.Value("--top", "groups");
    private readonly Option<bool> _shares = definition.Flag("--shares");
    private readonly Option<bool> _ranks = definition.Flag("--ranks");
    private readonly Option<bool> _unlinked = definition.Flag("--unlinked");
    private readonly Option<string?> _order = definition.Value("--order", "columns");
    private readonly Option<string?> _limit = definition.Value("--limit", "number");

    /// <summary>The question, or what of it was not understood.</summary>
    public Checked<MetricQuery> Read(ParseResult parsed)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        ImmutableArray<Grain> grains = [.. Parts(parsed.GetValue(_grain)).Select(Grain)];
        var query = new MetricQuery
        {
            Metrics = [.. parsed.GetValue(_metrics)!.SelectMany(Parts)],
            By = [.. Parts(parsed.GetValue(_by))],
            Grain = grains.IsEmpty ? null : grains[0],
            FurtherGrains = grains.IsEmpty ? [] : grains[1..],
            Time = [.. Parts(parsed.GetValue(_time))],
            Range = parsed.GetValue(_range) ?? "all",
            Where = parsed.GetValue(_where),
            Compare = parsed.GetValue(_compare),
            Zone = parsed.GetValue(_zone),
            KnownOn = parsed.GetValue(_knownOn),
            Fill = parsed.GetValue(_fill),
            Top = parsed.GetValue(_top),
            Shares = parsed.GetValue(_shares),
            Ranks = parsed.GetValue(_ranks),
            Unlinked = parsed.GetValue(_unlinked),
            Order = [.. Parts(parsed.GetValue(_order)).Select(key => new Compiler.SortKey(key.TrimStart('-'), key.StartsWith('-')))],
            Limit = Limit(parsed.GetValue(_limit), issues),
        };
        if (query.Metrics.IsEmpty && query.By.IsEmpty)
            issues.Add(Issue.At(null, "cli.usage.metric-missing"));
        return Checked<MetricQuery>.From(query, issues.ToImmutable());
    }

    private static IEnumerable<string> Parts(string? written) => written is null ? [] : QuestionList.Split(written);

    /// <summary>A grain by its name in any language of the product, or as a calendar of the workspace may call it, which the question finds out.</summary>
    private static Grain Grain(string written)
    {
        foreach (var grain in Calendars.Grain.Standard)
            if (Names(grain).Contains(written.Trim(), StringComparer.OrdinalIgnoreCase))
                return grain;
        return Calendars.Grain.Named(written.Trim());
    }

    private static IEnumerable<string> Names(Grain grain) =>
        Texts.Tongues.SelectMany(code => Texts.Say(Tongue.Find(code)!, "cli.grain." + grain.Name).Split('|')).Prepend(grain.Name);

    private static int? Limit(string? written, ImmutableArray<Issue>.Builder issues)
    {
        if (written is null)
            return null;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            return limit;
        issues.Add(Issue.At(null, "cli.usage.number", ("name", "--limit"), ("written", written)));
        return null;
    }
}
