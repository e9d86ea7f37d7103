using Fuzz.Tests.Laws;
using Fuzz.Tests.Running;
using Fuzz.Tests.Texts;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;

namespace Fuzz.Tests;

/// <summary>Whatever is written as a formula, there is an answer: its meaning, or issues that can be said and point at what they speak of.</summary>
public sealed class FormulaFuzz(ITestOutputHelper output)
{
    [Fact]
    public void Every_formula_has_a_meaning_or_issues() =>
        new FuzzRun(output).Over(Draw, Check, leastReached: 0.08);

    private static string Draw(Random random)
    {
        var writer = new FormulaWriter(random);
        var text = random.Next(4) switch { 0 => writer.Row(4), 1 => writer.Condition(4), _ => writer.Metric(4) };
        return random.Next(10) switch
        {
            0 => Mutation.Noise(random),
            < 5 => text,
            _ => Mutation.Of(text, random.Next(1, 5), random),
        };
    }

    private static bool Check(string text)
    {
        var parsed = FormulaParser.Parse(text);
        IssueLaws.Point(parsed.Issues, text);
        if (!parsed.IsSound)
            return false;
        var printed = FormulaPrinter.Print(parsed.Value);
        var again = FormulaParser.Parse(printed);
        if (!again.IsSound || !parsed.Value.Equals(again.Value))
            throw new IssueFault("A printed formula is not read as what it was", $"{printed}\n{string.Join('\n', again.Issues)}");
        var metric = FormulaChecker.CheckMetric(parsed.Value, Shop.Scope);
        var ofOrders = FormulaChecker.CheckMetric(parsed.Value, Shop.Scope, "orders");
        var row = FormulaChecker.CheckRow(parsed.Value, Shop.Scope.Dataset("orders")!, Shop.Scope);
        IssueLaws.Point([.. metric.Issues, .. ofOrders.Issues, .. row.Issues], text);
        if (!FormulaChecker.CheckMetric(parsed.Value, Shop.Scope).Issues.SequenceEqual(metric.Issues))
            throw new IssueFault("A formula is checked differently the second time", text);
        if (row.IsSound)
            ExpressionPrinter.Print(row.Value);
        if (ofOrders.IsSound)
            ExpressionPrinter.Print(ofOrders.Value);
        return metric.IsSound || ofOrders.IsSound || row.IsSound;
    }
}
