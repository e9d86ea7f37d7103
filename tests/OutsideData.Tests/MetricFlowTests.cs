using Conformance.Folder;
using Conformance.Running;

namespace OutsideData.Tests;

/// <summary>The cases by which another tool proves itself, imported and asked: answers that were computed without us.</summary>
public sealed class MetricFlowTests
{
    /// <summary>How many of the cases that expect rows get them, by engine. The numbers only rise.</summary>
    public static TheoryData<string, int> Passing => new() { { "duckdb", 165 }, { "postgres", 165 } };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task Cases_are_answered_as_expected(string engine, int passing)
    {
        Assert.SkipWhen(Engines.Lacking(engine) is not null, Engines.Lacking(engine) ?? "");
        var folder = new CaseFolder(SharedData.Folder("metricflow"));
        var outcomes = await new CaseRunner(folder, Engines.ByName[engine]).RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(folder.Cases.Length, outcomes.Length);
        Assert.InRange(outcomes.Count(outcome => outcome.Verdict == Verdict.Passed), passing, outcomes.Length);
    }
}
