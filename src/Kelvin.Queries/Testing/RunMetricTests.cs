using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Compiler;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Testing;

/// <summary>
/// Runs the tests that people write beside their metrics, each on a warehouse of its own: no test sees another's rows.
/// </summary>
/// <param name="openEmpty">Opens a warehouse without rows; each is disposed of after its test.</param>
/// <param name="clock">The clock to which relative ranges refer.</param>
public sealed class RunMetricTests(Func<CancellationToken, Task<IWarehouse>> openEmpty, TimeProvider clock)
{
    /// <summary>
    /// The outcome of each test as soon as it is known, in the order given. Throws only what <see cref="IWarehouse"/> throws;
    /// rows that the warehouse refuses and questions that cannot be asked are in the outcome.
    /// </summary>
    public async IAsyncEnumerable<MetricTestOutcome> RunAsync(
        MetricCatalog catalog, IEnumerable<MetricTest> tests,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var test in tests)
        {
            var started = clock.GetTimestamp();
            await using var warehouse = await openEmpty(cancellationToken);
            var outcome = await RunAsync(catalog, test, warehouse, cancellationToken);
            yield return outcome with { Took = clock.GetElapsedTime(started) };
        }
    }

    private async Task<MetricTestOutcome> RunAsync(MetricCatalog catalog, MetricTest test, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var lenient = LeavingOut(catalog);
        var issues = await warehouse.PrepareAsync(lenient, cancellationToken);
        foreach (var table in test.Tables.Where(table => !table.Rows.IsEmpty))
        {
            var dataset = lenient.Datasets[table.Dataset];
            var receipt = await warehouse.AddAsync(dataset, TestRows.Of(table, dataset), cancellationToken);
            issues = [.. issues, .. receipt.Issues];
        }
        if (issues.Any(issue => issue.Severity == Severity.Error))
            return new MetricTestOutcome(test, issues, []);
        using var cache = new AnswerCache();
        var answer = await new AskMetric(new FixedCatalog(catalog), warehouse, cache, test.Now is { } now ? new FixedClock(now) : clock).AskAsync(Question(test.Query), new Viewer(test.Rights), cancellationToken);
        if (!answer.IsSound)
            return new MetricTestOutcome(test, answer.Issues.Select(issue => issue.Code).SequenceEqual(test.ExpectedIssues) ? [] : answer.Issues, []);
        return new MetricTestOutcome(test, [], test.ExpectedIssues.IsEmpty
            ? AnswerDifference.Between(test.Expected, answer.Value, answer.Value.Calendar)
            : [new TestDifference(TestDifferenceKind.RowUnexpected, "", null, null, null)]);
    }

    /// <summary>A test writes only the columns that matter to it: all but keys may be left out, and nothing is expected of them.</summary>
    private static MetricCatalog LeavingOut(MetricCatalog catalog) => catalog with
    {
        Datasets = catalog.Datasets.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value with
        {
            Expects = DatasetExpectations.None,
            Columns = [.. pair.Value.Columns.Select(column => pair.Value.RowKey.Contains(column.Name) ? column : column with { IsOptional = true })],
        }, StringComparer.Ordinal),
    };

    private static MetricQuery Question(MetricTestQuery query) => new()
    {
        Metrics = query.Metrics,
        Grain = query.Grain,
        FurtherGrains = query.FurtherGrains,
        Time = query.Time,
        Range = query.Range,
        By = query.By,
        Where = query.Where,
        Compare = query.Compare,
        Fill = query.Fill,
        Zone = query.Zone,
        Top = query.Top,
        Shares = query.Shares,
        Ranks = query.Ranks,
        Unlinked = query.Unlinked,
        Order = [.. query.Order.Select(SortKeyOf)],
        Limit = query.Limit,
    };

    private static SortKey SortKeyOf(string written) =>
        written.Split(' ') is [var column, "descending"] ? new(column, true) : new(written, false);
}
