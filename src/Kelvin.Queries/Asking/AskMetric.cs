using System.Collections.Immutable;
using System.Diagnostics;
using Kelvin.Catalog;
using Kelvin.Compiler;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Evaluating;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Compiler.Rewriting;
using Kelvin.Language;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>
/// Answers questions about metrics. Web, API, command line, alerts and exports all come through here.
/// Throws only what <see cref="IWarehouse"/> throws; what is wrong with a question is in the outcome.
/// </summary>
public sealed class AskMetric
{
    private readonly ICurrentCatalog _catalogs;
    private readonly AskedRows _rows;
    private readonly AnswerCache _cache;
    private readonly TimeProvider _clock;
    private readonly ExtentReader _extents = new();
    private readonly PeriodReader _periods = new();

    /// <summary>Asks a warehouse.</summary>
    public AskMetric(ICurrentCatalog catalogs, IWarehouse warehouse, AnswerCache cache, TimeProvider clock)
        : this(catalogs, AskedRows.Of(warehouse), cache, clock)
    {
    }

    internal AskMetric(ICurrentCatalog catalogs, AskedRows rows, AnswerCache cache, TimeProvider clock) =>
        (_catalogs, _rows, _cache, _clock) = (catalogs, rows, cache, clock);

    /// <summary>The answer to a question, or every issue with it.</summary>
    public async Task<Checked<MetricAnswer>> AskAsync(MetricQuery query, Viewer viewer, CancellationToken cancellationToken) =>
        (await AskAllAsync([query], viewer, cancellationToken))[0];

    /// <summary>
    /// The answers to several questions, in their order, all from one catalog. What they read in common is read once: the
    /// tiles of a dashboard cost a scan or two, not one each.
    /// </summary>
    public Task<ImmutableArray<Checked<MetricAnswer>>> AskAllAsync(
        ImmutableArray<MetricQuery> queries, Viewer viewer, CancellationToken cancellationToken) =>
        AskAllAsync(queries, _catalogs.Current, viewer, cancellationToken);

    /// <summary>Questions as known on the same moment are asked together.</summary>
    private async Task<ImmutableArray<Checked<MetricAnswer>>> AskAllAsync(
        ImmutableArray<MetricQuery> queries, MetricCatalog catalog, Viewer viewer, CancellationToken cancellationToken)
    {
        if (queries.All(query => query.KnownOn is null))
            return await AskFromAsync(new AskedSource(_rows.Now, null), queries, catalog, viewer, cancellationToken);
        var answers = new Checked<MetricAnswer>[queries.Length];
        foreach (var alike in Enumerable.Range(0, queries.Length).GroupBy(index => (queries[index].KnownOn, queries[index].Zone)))
        {
            var source = AskedSource.Of(queries[alike.First()], _rows, catalog, _clock.GetUtcNow());
            var found = source.IsSound
                ? await AskFromAsync(source.Value, [.. alike.Select(index => queries[index])], catalog, viewer, cancellationToken)
                : [.. alike.Select(_ => Checked<MetricAnswer>.Faulty(source.Issues))];
            foreach (var (index, answer) in alike.Zip(found))
                answers[index] = answer;
        }
        return [.. answers];
    }

    private async Task<ImmutableArray<Checked<MetricAnswer>>> AskFromAsync(
        AskedSource source, ImmutableArray<MetricQuery> queries, MetricCatalog catalog, Viewer viewer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var states = await source.Rows.StatesAsync(cancellationToken);
        var bound = queries.Select(query => Binder.Bind(query, catalog, viewer.RowFilters)).ToImmutableArray();
        bound = [.. bound.Select(one => one.Then(query => KeptHistory.Require(query, states, source.Known)))];
        bound = await _periods.CompleteAsync(source.Rows, bound, catalog, states, cancellationToken);
        bound = await WithTopGroupsAsync(source, bound, catalog, viewer, cancellationToken);
        var now = _clock.GetUtcNow();
        var extents = ImmutableArray.CreateBuilder<Extents>(bound.Length);
        foreach (var one in bound)
            extents.Add(one.IsSound ? await _extents.ReadAsync(source.Rows, one.Value, states, cancellationToken) : Extents.None);
        var pinned = bound.Zip(extents, (one, known) => one.Then(query => Pinner.Pin(query, now, known))).ToImmutableArray();
        var questions = pinned.Select(one => one.IsSound ? new Question(one.Value, states, source.Known, _cache) : null).ToImmutableArray();
        var running = new Stopwatch();
        foreach (var alike in questions.OfType<Question>().Where(question => question.Rows is null).GroupBy(question => question.Query.Bound.Calendar))
            await AnswerMissingAsync(new ScanRunner(source.Rows), [.. alike], running, cancellationToken);
        var total = Stopwatch.GetElapsedTime(started);
        return
        [
            .. pinned.Zip(questions, (outcome, question) => question is null
                ? Checked<MetricAnswer>.Faulty(outcome.Issues)
                : Checked<MetricAnswer>.Sound(question.Answer(now, total - running.Elapsed, running.Elapsed))),
        ];
    }

    /// <summary>Which groups are the top ones is a question of its own, asked first.</summary>
    private async Task<ImmutableArray<Checked<BoundQuery>>> WithTopGroupsAsync(
        AskedSource source, ImmutableArray<Checked<BoundQuery>> bound, MetricCatalog catalog, Viewer viewer, CancellationToken cancellationToken)
    {
        var ranked = bound.Select(one => one.Value).OfType<BoundQuery>().Where(query => query.Top is not null).ToImmutableArray();
        if (ranked.IsEmpty)
            return bound;
        var found = await AskFromAsync(source, [.. ranked.Select(query => TopDimension.Finding(query.Query, query.Top!))], catalog, viewer, cancellationToken);
        var next = new Queue<Checked<MetricAnswer>>(found);
        return
        [
            .. bound.Select(one => one.Value is { Top: { } top } query
                ? next.Dequeue().Then(answer => Checked<BoundQuery>.Sound(TopDimension.Apart(query, top, TopValues(answer))))
                : one),
        ];
    }

    private static object?[] TopValues(MetricAnswer answer)
    {
        var dimension = answer.Frame[answer.Columns.First(column => column.Role == AnswerRole.Dimension).Name];
        return [.. Enumerable.Range(0, dimension.Count).Select(row => dimension[row])];
    }

    /// <summary>Answers questions of one calendar together; the watch runs while the engine does.</summary>
    private static async Task AnswerMissingAsync(ScanRunner runner, ImmutableArray<Question> questions, Stopwatch running, CancellationToken cancellationToken)
    {
        var leftOut = questions.Select(question => LeftOutRows.Of(question.Query)).ToImmutableArray();
        var plans = questions.Select(question => question.Query).Concat(leftOut.SelectMany(rows => rows).Select(rows => rows.Counting)).Select(Planner.Plan).ToImmutableArray();
        var rewritten = PlanRewrite.ApplyAll(plans);
        var known = questions[0].Query with { Extents = questions.Aggregate(Extents.None, (extents, question) => extents.And(question.Query.Extents)) };
        var scans = rewritten[0].Scans.Select(scan => ScanLowering.Lower(scan, known)).ToImmutableArray();
        var statements = scans.Select(runner.Render).ToImmutableArray();
        var frames = ImmutableArray.CreateBuilder<Frame>(scans.Length);
        running.Start();
        for (var index = 0; index < scans.Length; index++)
            frames.Add(await runner.RunAsync(statements[index], scans[index], cancellationToken));
        running.Stop();
        var read = frames.MoveToImmutable();
        ImmutableArray<string> described = [.. statements.Select(ScanRunner.Describe)];
        var counting = questions.Length;
        for (var index = 0; index < questions.Length; index++)
        {
            var notes = leftOut[index].Select(rows => rows.Note(PlanEvaluator.Evaluate(rewritten[counting++], read))).OfType<Issue>().Distinct().ToImmutableArray();
            questions[index].Keep(new CachedRows(
                PlanEvaluator.Evaluate(rewritten[index], read), plans[index].ToString(), rewritten[index].ToString(), described, notes));
        }
    }
}
