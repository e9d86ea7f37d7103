using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Formulas;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Drilling;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Trusting;

/// <summary>
/// Runs the checks of a dataset on rows as they are, those of an unfinished load included. Checks are questions like any other,
/// asked together, so that they cost a scan or two. Throws as <see cref="IRowSource"/> does.
/// </summary>
public sealed class RunChecks(IRowSource rows, MetricCatalog catalog, TimeProvider clock)
{
    private const int Examples = 3;

    /// <summary>What each check of a dataset finds, in their order.</summary>
    public async Task<ImmutableArray<CheckResult>> RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var checks = dataset.Expects.Checks;
        if (checks.IsEmpty)
            return [];
        var questions = checks.Select(CheckQuestion.Of).OfType<CheckQuestion>().ToImmutableArray();
        var asked = catalog with { Metrics = catalog.Metrics.AddRange(questions.SelectMany(question => question.Metrics).Select(metric => KeyValuePair.Create(metric.Name, metric))) };
        var at = new FixedClock(await NewestAsync(dataset, cancellationToken));
        // What is asked about is not there for others yet, and may never be: nothing of it may be remembered.
        using var cache = new AnswerCache();
        var answers = await new AskMetric(new FixedCatalog(asked), AskedRows.Only(rows), cache, at)
            .AskAllAsync([.. questions.Select(question => question.Query)], Viewer.Everything, cancellationToken);
        var results = questions.Zip(answers).ToDictionary(
            pair => pair.First.Check.Name, pair => pair.Second.IsSound ? CheckJudge.Of(pair.First.Check, pair.Second.Value) : CheckJudge.Unasked(pair.First.Check, pair.Second.Issues[0]));
        var found = ImmutableArray.CreateBuilder<CheckResult>(checks.Length);
        foreach (var check in checks)
            found.Add(check.Subject switch
            {
                CheckSubject.Unique unique => await new RepeatedRows(rows, dataset).RunAsync(check, unique, cancellationToken),
                CheckSubject.Shift shift => await new ShiftedColumn(rows, catalog, dataset, at).RunAsync(check, shift, cancellationToken),
                CheckSubject.Rows of when results[check.Name] is { Outcome: CheckOutcome.Failed, Why: null } failed =>
                    failed with { Examples = await ExamplesAsync(dataset, questions.First(question => question.Check == check), of, asked, at, cancellationToken) },
                _ => results[check.Name],
            });
        return found.MoveToImmutable();
    }

    /// <summary>A few rows that fail, by their keys.</summary>
    private async Task<ImmutableArray<string>> ExamplesAsync(
        Dataset dataset, CheckQuestion question, CheckSubject.Rows of, MetricCatalog asked, TimeProvider at, CancellationToken cancellationToken)
    {
        if (dataset.RowKey.IsEmpty)
            return [];
        var drilled = await new DrillThrough(new FixedCatalog(asked), AskedRows.Only(rows), at)
            .RowsAsync(new DrillQuery(question.Metrics[0].Name) { Range = of.Over, Take = Examples }, Viewer.Everything, cancellationToken);
        return drilled.Value is not { Rows: var failing } ? [] :
            [.. Enumerable.Range(0, failing.Count).Select(row => RowName.Of(dataset.RowKey, column => failing[column][row]))];
    }

    /// <summary>Ranges such as the last 30 days count back from the newest row, though not from one that lies ahead of the clock.</summary>
    private async Task<DateTimeOffset> NewestAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (dataset.Time is not { } time || (await rows.StatesAsync(cancellationToken)).GetValueOrDefault(dataset.Name)?.Watermark is not { } newest)
            return now;
        var calendar = catalog.CalendarIn();
        var end = dataset.Find(time)!.Type.Kind == ValueKind.Date
            ? calendar.DayPeriod(DateOnly.FromDateTime(newest)).End
            : calendar.PeriodOf(Grain.Day, new DateTimeOffset(newest, TimeSpan.Zero)).End;
        return end < now ? end : now;
    }
}
