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
public sealed class AskMetric(ICurrentCatalog catalogs, IWarehouse warehouse, AnswerCache cache, TimeProvider clock)
{
    private readonly ExtentReader _extents = new(warehouse);
    private readonly PeriodReader _periods = new(warehouse);
    private readonly ScanRunner _runner = new(warehouse);

    /// <summary>The answer to a question, or every issue with it.</summary>
    public async Task<Checked<MetricAnswer>> AskAsync(MetricQuery query, Viewer viewer, CancellationToken cancellationToken) =>
        (await AskAllAsync([query], viewer, cancellationToken))[0];

    /// <summary>
    /// The answers to several questions, in their order, all from one catalog. What they read in common is read once: the
    /// tiles of a dashboard cost a scan or two, not one each.
    /// </summary>
    public Task<ImmutableArray<Checked<MetricAnswer>>> AskAllAsync(
        ImmutableArray<MetricQuery> queries, Viewer viewer, CancellationToken cancellationToken) =>
        AskAllAsync(queries, catalogs.Current, viewer, cancellationToken);

    private async Task<ImmutableArray<Checked<MetricAnswer>>> AskAllAsync(
        ImmutableArray<MetricQuery> queries, MetricCatalog catalog, Viewer viewer, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var states = await warehouse.StatesAsync(cancellationToken);
        var bound = queries.Select(query => Binder.Bind(query, catalog, viewer.RowFilters)).ToImmutableArray();
        bound = await _periods.CompleteAsync(bound, catalog, states, cancellationToken);
        bound = await WithTopGroupsAsync(bound, catalog, viewer, cancellationToken);
        var now = clock.GetUtcNow();
        var columns = new TimeColumns(catalog);
        var needed = bound.Where(one => one.IsSound).SelectMany(one => columns.Of(one.Value!)).ToHashSet();
        var extents = await _extents.ReadAsync(needed, catalog, states, cancellationToken);
        var pinned = bound.Select(one => one.Then(query => Pinner.Pin(query, now, extents))).ToImmutableArray();
        var questions = pinned.Select(one => one.IsSound ? new Question(one.Value, states, cache) : null).ToImmutableArray();
        var running = new Stopwatch();
        foreach (var alike in questions.OfType<Question>().Where(question => question.Rows is null).GroupBy(question => question.Query.Bound.Calendar))
            await AnswerMissingAsync([.. alike], running, cancellationToken);
        var total = Stopwatch.GetElapsedTime(started);
        return
        [
            .. pinned.Zip(questions, (outcome, question) => question is null
                ? Checked<MetricAnswer>.Faulty(outcome.Issues)
                : Checked<MetricAnswer>.Sound(question.Answer(Pinner.UnfinishedFrom(question.Query.Bound, now, extents), total - running.Elapsed, running.Elapsed))),
        ];
    }

    /// <summary>Which groups are the top ones is a question of its own, asked first.</summary>
    private async Task<ImmutableArray<Checked<BoundQuery>>> WithTopGroupsAsync(
        ImmutableArray<Checked<BoundQuery>> bound, MetricCatalog catalog, Viewer viewer, CancellationToken cancellationToken)
    {
        var ranked = bound.Select(one => one.Value).OfType<BoundQuery>().Where(query => query.Top is not null).ToImmutableArray();
        if (ranked.IsEmpty)
            return bound;
        var found = await AskAllAsync([.. ranked.Select(query => TopDimension.Finding(query.Query, query.Top!))], catalog, viewer, cancellationToken);
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
    private async Task AnswerMissingAsync(ImmutableArray<Question> questions, Stopwatch running, CancellationToken cancellationToken)
    {
        var plans = questions.Select(question => Planner.Plan(question.Query)).ToImmutableArray();
        var rewritten = PlanRewrite.ApplyAll(plans);
        var scans = rewritten[0].Scans.Select(scan => ScanLowering.Lower(scan, questions[0].Query)).ToImmutableArray();
        var statements = scans.Select(_runner.Render).ToImmutableArray();
        var frames = ImmutableArray.CreateBuilder<Frame>(scans.Length);
        running.Start();
        for (var index = 0; index < scans.Length; index++)
            frames.Add(await _runner.RunAsync(statements[index], scans[index], cancellationToken));
        running.Stop();
        var read = frames.MoveToImmutable();
        ImmutableArray<string> described = [.. statements.Select(ScanRunner.Describe)];
        for (var index = 0; index < questions.Length; index++)
            questions[index].Keep(new CachedRows(
                PlanEvaluator.Evaluate(rewritten[index], read), plans[index].ToString(), rewritten[index].ToString(), described));
    }
}
