using System.Collections.Immutable;
using Fuzz.Tests.Laws;
using Fuzz.Tests.Running;
using Fuzz.Tests.Texts;
using Kelvin.Compiler.Binding;
using Kelvin.Compiler.Evaluating;
using Kelvin.Compiler.Frames;
using Kelvin.Compiler.Lowering;
using Kelvin.Compiler.Pinning;
using Kelvin.Compiler.Planning;
using Kelvin.Compiler.Rewriting;
using Kelvin.Formulas;
using Kelvin.Sql;
using Kelvin.Sql.Dialects;

namespace Fuzz.Tests;

/// <summary>Whatever is asked, there are statements for both engines and a way from what they return to an answer, or issues.</summary>
public sealed class QuestionFuzz(ITestOutputHelper output)
{
    private static readonly TimeColumns Columns = new(Shop.Catalog);
    private static readonly SqlDialect[] Dialects = [DuckDbDialect.Instance, PostgresDialect.Instance];

    [Fact]
    public void Every_question_has_a_plan_or_issues() =>
        new FuzzRun(output).Over(random => new QuestionWriter(random).Draw(), Check, leastReached: 0.05);

    private static bool Check(AskedQuestion asked)
    {
        var rights = ImmutableSortedDictionary<string, string>.Empty;
        var bound = Binder.Bind(asked.Query, Shop.Catalog, asked.Right is { } right ? rights.Add("orders", right) : rights);
        IssueLaws.Speak(bound.Issues);
        return bound.Value is { } query && (query.Top is null || AsksForGroups(asked, query.Top, query)) && Pinned(asked, query);
    }

    /// <summary>Which groups are the top ones is asked first; then they are kept apart.</summary>
    private static bool AsksForGroups(AskedQuestion asked, Kelvin.Compiler.TopGroups top, BoundQuery query)
    {
        var finding = Binder.Bind(TopDimension.Finding(query.Query, top), Shop.Catalog, ImmutableSortedDictionary<string, string>.Empty);
        IssueLaws.Speak(finding.Issues);
        return finding.Value is { } found && Pinned(asked, found) && Pinned(asked, TopDimension.Apart(query, top, [null]));
    }

    private static bool Pinned(AskedQuestion asked, BoundQuery bound)
    {
        var extents = asked.First is { } first
            ? new Extents(Columns.Of(bound).ToImmutableDictionary(column => column, _ => new Extent(first, asked.Last)))
            : Extents.None;
        var pinned = Pinner.Pin(bound, asked.Now, extents);
        IssueLaws.Speak(pinned.Issues);
        Pinner.UnfinishedFrom(bound, asked.Now, extents);
        if (pinned.Value is not { } query)
            return false;
        var plan = Planner.Plan(query);
        Answer(plan, query);
        Answer(PlanRewrite.ApplyAll([plan])[0], query);
        return true;
    }

    private static void Answer(MetricPlan plan, PinnedQuery query)
    {
        if (plan.ToString().Length == 0)
            throw new IssueFault("A plan does not print", "");
        var frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (var scan in plan.Scans.Select(scan => ScanLowering.Lower(scan, query)))
        {
            foreach (var dialect in Dialects)
                SqlRenderer.Render(scan.Select, dialect);
            frames.Add(new Frame([.. scan.Columns.Select(Empty)], 0));
        }
        PlanEvaluator.Evaluate(plan, frames.ToImmutable());
    }

    private static FrameColumn Empty(LoweredColumn column) => column.Kind switch
    {
        ValueKind.Number when column.IsExact => new FrameColumn<decimal>(column.Name, []),
        ValueKind.Number => new FrameColumn<double>(column.Name, []),
        ValueKind.Text => new FrameColumn<string>(column.Name, []),
        ValueKind.Boolean => new FrameColumn<bool>(column.Name, []),
        ValueKind.Date => new FrameColumn<DateOnly>(column.Name, []),
        _ => new FrameColumn<DateTime>(column.Name, []),
    };
}
