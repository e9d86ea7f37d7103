using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Compiler;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Queries.Answers;
using Kelvin.Queries.Asking;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Trusting;

/// <summary>
/// Compares how the values of a column were distributed in the last days with four times as many days before. Numbers are cut into
/// classes at the tenths of those before; texts and truths are classes of their own. Missing values are a class too.
/// </summary>
internal sealed class ShiftedColumn(IRowSource rows, MetricCatalog catalog, Dataset dataset, TimeProvider at)
{
    private const int DaysBefore = 4;
    private const int Tenths = 10;
    private const int MostClasses = 1_000;

    /// <summary>With fewer rows on a side, chance alone makes an index that looks like a shift.</summary>
    private const double FewestRows = 100;

    /// <summary>What the check finds.</summary>
    public async Task<CheckResult> RunAsync(DataCheck check, CheckSubject.Shift shift, CancellationToken cancellationToken)
    {
        var today = catalog.CalendarIn().DayOf(at.GetUtcNow());
        var (before, now) = (Days(today, -(DaysBefore + 1) * shift.Days, -shift.Days), Days(today, -shift.Days, 0));
        var column = dataset.Find(shift.Column)!;
        var classes = column.Type.Kind == ValueKind.Number
            ? await OfNumberAsync(column, before, now, cancellationToken)
            : await OfWordAsync(column, before, now, cancellationToken);
        if (classes is not var (was, itIs) || was.Sum() < FewestRows || itIs.Sum() < FewestRows || PopulationStability.Index(was, itIs) is not { } index)
            return CheckJudge.Untold(check);
        return CheckJudge.Result(check, index <= (double)shift.Most) with { Measured = index, Looked = (long)itIs.Sum(), Failing = index <= (double)shift.Most ? 0 : 1 };
    }

    private async Task<(List<double> Before, List<double> Now)?> OfNumberAsync(Column column, string before, string now, CancellationToken cancellationToken)
    {
        var tenths = await AskAsync(before, [.. Enumerable.Range(1, Tenths - 1).Select(tenth => Percentile(column, tenth))], [], cancellationToken);
        if (tenths is null || tenths.Frame.Count == 0)
            return null;
        var cuts = ValuesOf(tenths).Where(cut => Math.Abs(cut) < (double)decimal.MaxValue / 2).Select(cut => (decimal)cut).Distinct().ToList();
        if (cuts.Count == 0)
            return null;
        // Below the first cut, at it, and so on: where many rows share a value, that value is a class.
        ImmutableArray<Formula> counts =
        [
            Counting(Compare(BinaryOperator.Less, column, cuts[0])),
            .. cuts.Select(cut => Counting(Compare(BinaryOperator.LessOrEqual, column, cut))),
            Counting(new Formula.Presence(Name(column), IsKnown: true)),
            Counting(null),
        ];
        var (was, itIs) = (await AskAsync(before, counts, [], cancellationToken), await AskAsync(now, counts, [], cancellationToken));
        return was is null || itIs is null ? null : (Steps(ValuesOf(was)), Steps(ValuesOf(itIs)));
    }

    private async Task<(List<double> Before, List<double> Now)?> OfWordAsync(Column column, string before, string now, CancellationToken cancellationToken)
    {
        foreach (var range in new[] { before, now })
            if (await AskAsync(range, [new Formula.Call("distinct", [Name(column)])], [], cancellationToken) is not { } different || ValuesOf(different).FirstOrDefault() > MostClasses)
                return null;
        var by = FormulaPrinter.Print(new Formula.Name([dataset.Name, column.Name]));
        var (was, itIs) = (await AskAsync(before, [Counting(null)], [by], cancellationToken), await AskAsync(now, [Counting(null)], [by], cancellationToken));
        if (was is null || itIs is null)
            return null;
        var (known, knownNow) = (Counts(was), Counts(itIs));
        var all = known.Keys.Union(knownNow.Keys).Order(StringComparer.Ordinal).ToList();
        return ([.. all.Select(one => known.GetValueOrDefault(one))], [.. all.Select(one => knownNow.GetValueOrDefault(one))]);
    }

    private static Dictionary<string, double> Counts(MetricAnswer answer)
    {
        var (group, count) = (answer.Frame[answer.Columns.First(column => column.Role == AnswerRole.Dimension).Name], answer.Frame["c0"]);
        return Enumerable.Range(0, answer.Frame.Count).ToDictionary(row => $"{group[row] is null} {group[row]}", row => CheckSlice.Number(count[row]) ?? 0, StringComparer.Ordinal);
    }

    /// <summary>How many rows up to each cut as how many between the cuts.</summary>
    private static List<double> Steps(List<double> sums) => [.. sums.Select((sum, index) => index == 0 ? sum : sum - sums[index - 1])];

    private static List<double> ValuesOf(MetricAnswer answer) => answer.Frame.Count == 0 ? [] :
        [.. answer.Metrics.Select(metric => CheckSlice.Number(answer.Frame[metric.Name][0])).OfType<double>()];

    private async Task<MetricAnswer?> AskAsync(string range, ImmutableArray<Formula> formulas, ImmutableArray<string> by, CancellationToken cancellationToken)
    {
        var scope = new CatalogScope(catalog);
        var metrics = formulas.Select((formula, index) => (Name: string.Create(CultureInfo.InvariantCulture, $"c{index}"), Formula: FormulaChecker.CheckMetric(formula, scope, dataset.Name)));
        var asked = catalog with
        {
            Metrics = metrics.ToImmutableSortedDictionary(
                one => one.Name, one => new Metric(one.Name, Language.LocalText.Same(one.Name), one.Name, one.Formula.Value!) { EmptyIsZero = true, Version = one.Name }, StringComparer.Ordinal),
        };
        using var cache = new AnswerCache();
        var answer = await new AskMetric(new FixedCatalog(asked), AskedRows.Only(rows), cache, at).AskAsync(
            new MetricQuery { Metrics = [.. formulas.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"c{index}"))], Range = range, By = by }, Viewer.Everything, cancellationToken);
        return answer.Value;
    }

    private Formula.Call Counting(Formula? where) => new("count", [new Formula.Name([dataset.Name])], where);

    private static Formula.Name Name(Column column) => new([column.Name]);

    private static Formula.Call Percentile(Column column, int tenth) => new("percentile", [Name(column), new Formula.Number((decimal)tenth / Tenths)]);

    private static Formula.Binary Compare(BinaryOperator with, Column column, decimal cut) =>
        new(with, Name(column), cut < 0 ? new Formula.Unary(UnaryOperator.Negate, new Formula.Number(-cut)) : new Formula.Number(cut));

    private static string Days(DateOnly today, int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{today.AddDays(from):yyyy-MM-dd}..{today.AddDays(to - 1):yyyy-MM-dd}");
}
