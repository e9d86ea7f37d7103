using System.Collections.Immutable;
using Conformance.Folder;
using Kelvin.Interchange.Dbt.Asking;
using Kelvin.Language;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Conformance.Running;

/// <summary>Asks cases. Every case goes the same way: import, translation of the question, answer, comparison.</summary>
/// <param name="folder">The cases.</param>
/// <param name="open">Opens an empty warehouse.</param>
internal sealed class CaseRunner(CaseFolder folder, Func<CancellationToken, Task<IWarehouse>> open)
{
    /// <summary>The outcome of each case, in the order of the file.</summary>
    public async Task<ImmutableArray<CaseOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var outcomes = new Dictionary<ConformanceCase, CaseOutcome>();
        foreach (var model in folder.Cases.GroupBy(one => one.Model))
            await foreach (var outcome in RunAsync(model.Key, [.. model], cancellationToken))
                outcomes[outcome.Case] = outcome;
        return [.. folder.Cases.Select(one => outcomes[one])];
    }

    private async IAsyncEnumerable<CaseOutcome> RunAsync(string model, ImmutableArray<ConformanceCase> cases, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LoadedModel? loaded = null;
        string? breakdown = null;
        try
        {
            loaded = await LoadedModel.LoadAsync(folder, model, await open(cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            breakdown = exception.ToString();
        }
        foreach (var one in cases)
            yield return loaded is null ? new(one, Verdict.Failed, [breakdown!]) : await RunAsync(one, loaded, cancellationToken);
        if (loaded is not null)
            await loaded.DisposeAsync();
    }

    private static async Task<CaseOutcome> RunAsync(ConformanceCase one, LoadedModel model, CancellationToken cancellationToken)
    {
        try
        {
            if (!one.IsGrouped)
                return new(one, Verdict.NotOffered, ["rows that are not put together by what they are grouped by"]);
            var asked = QuestionTranslation.Of(model.Import, QuestionOf(one, model) with { Spines = model.Spines });
            if (!asked.IsSound)
                return NotOffered(one, asked.Issues);
            var answer = await model.Ask.AskAsync(asked.Value.Query, Viewer.Everything, cancellationToken);
            return answer.IsSound ? Compared(one, AnsweredRows.Of(answer.Value, asked.Value.Columns)) : NotOffered(one, answer.Issues);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(one, Verdict.Failed, [exception.ToString()]);
        }
    }

    /// <summary>A case may add conditions to a saved query.</summary>
    private static DbtQuestion QuestionOf(ConformanceCase one, LoadedModel model) =>
        one.SavedQuery is { } name && model.Import.SavedQuery(name) is { } saved ? saved with { Where = [.. saved.Where, .. one.Question.Where] } : one.Question;

    private static CaseOutcome Compared(ConformanceCase one, AnsweredRows rows)
    {
        if (one.Expected is null)
            return new(one, Verdict.Passed, [$"nothing to compare with; {rows.Rows.Length} rows answered"]);
        var differences = RowComparison.Differences(one.Expected, rows);
        return new(one, differences.IsEmpty ? Verdict.Passed : Verdict.Failed, differences);
    }

    private static CaseOutcome NotOffered(ConformanceCase one, ImmutableArray<Issue> issues) =>
        new(one, Verdict.NotOffered, [.. issues.Select(issue => $"{issue.Message(Tongue.English)} {issue.Hint(Tongue.English)}".TrimEnd())]);
}
