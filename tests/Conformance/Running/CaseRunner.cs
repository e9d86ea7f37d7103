using System.Collections.Immutable;
using Conformance.Folder;
using Kelvin.Compiler;
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
    /// <summary>What takes longer has broken down.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

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
            yield return one.Trouble is { } trouble ? new(one, Verdict.Failed, [trouble]) : loaded is null ? new(one, Verdict.Failed, [breakdown!]) : await RunAsync(one, loaded, cancellationToken);
        if (loaded is not null)
            await loaded.DisposeAsync();
    }

    private static async Task<CaseOutcome> RunAsync(ConformanceCase one, LoadedModel model, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            if (!one.IsGrouped)
                return new(one, Verdict.NotOffered, ["rows that are not put together by what they are grouped by"]);
            var asked = QuestionTranslation.Of(model.Import, QuestionOf(one, model) with { Spines = model.Spines });
            if (!asked.IsSound)
                return NotOffered(one, asked.Issues);
            var answer = one.IsMinMaxOnly ? await EndsAsync(asked.Value, model, limit.Token) : await AnswerAsync(asked.Value, asked.Value.Query, model, limit.Token);
            return answer.IsSound ? Compared(one, answer.Value) : NotOffered(one, answer.Issues);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(one, Verdict.Failed, [exception.ToString()]);
        }
    }

    private static async Task<Checked<AnsweredRows>> AnswerAsync(AskedOfDbt asked, MetricQuery query, LoadedModel model, CancellationToken cancellationToken)
    {
        var rows = (await model.Ask.AskAsync(query, Viewer.Everything, cancellationToken)).Then(answer => Checked<AnsweredRows>.Sound(AnsweredRows.Of(answer, asked.Columns)));
        if (asked.Beside is not { } beside)
            return rows;
        var others = await AnswerAsync(beside, beside.Query, model, cancellationToken);
        return rows.Then(one => others.Then(other => Checked<AnsweredRows>.Sound(one.Beside(other))));
    }

    /// <summary>The first and the last of the values: the same question in both orders, one row of each.</summary>
    private static async Task<Checked<AnsweredRows>> EndsAsync(AskedOfDbt asked, LoadedModel model, CancellationToken cancellationToken)
    {
        if (asked is not { Columns: [var only], Beside: null })
            return Checked<AnsweredRows>.Faulty(Issue.At(null, "interchange.question-order", ("name", "min, max")));
        var first = await AnswerAsync(asked, asked.Query with { Order = [new SortKey(only.Column, false)], Limit = 1 }, model, cancellationToken);
        var last = await AnswerAsync(asked, asked.Query with { Order = [new SortKey(only.Column, true)], Limit = 1 }, model, cancellationToken);
        return first.Then(least => last.Then(greatest => Checked<AnsweredRows>.Sound(new AnsweredRows(
            [only.DbtName + "__min", only.DbtName + "__max"], [[.. least.Rows.SelectMany(row => row), .. greatest.Rows.SelectMany(row => row)]]))));
    }

    /// <summary>A case may add conditions to a saved query.</summary>
    private static DbtQuestion QuestionOf(ConformanceCase one, LoadedModel model) =>
        one.SavedQuery is { } name && model.Import.SavedQuery(name) is { } saved ? saved with { Where = [.. saved.Where, .. one.Question.Where] } : one.Question;

    private static CaseOutcome Compared(ConformanceCase one, AnsweredRows rows)
    {
        if (one.Expected is null)
            return new(one, Verdict.Unchecked, [$"{rows.Rows.Length} rows answered"]);
        var differences = RowComparison.Differences(one.Expected, rows);
        return new(one, differences.IsEmpty ? Verdict.Passed : Verdict.Failed, differences);
    }

    private static CaseOutcome NotOffered(ConformanceCase one, ImmutableArray<Issue> issues) =>
        new(one, Verdict.NotOffered, [.. issues.Select(issue => $"{issue.Message(Tongue.English)} {issue.Hint(Tongue.English)}".TrimEnd())]);
}
