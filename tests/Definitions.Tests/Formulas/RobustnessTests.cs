using System.Diagnostics;
using CsCheck;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Definitions.Tests.Formulas;

/// <summary>Whatever is written, there is an answer: a checked formula or issues with words. CsCheck prints the seed of a failure.</summary>
public sealed class RobustnessTests
{
    private static readonly ShopScope Shop = new();

    private static readonly string[] Tokens =
    [
        "(", ")", "(", ")", ",", ".", "+", "-", "*", "/", "=", "!=", "<", "<=", ">", "%", "and", "or", "not", "in", "between", "like",
        "is", "known", "missing", "case", "when", "then", "else", "end", "where", "true", "1", "0.5", "2025", "'paid'", "date '2025-01-31'",
        "orders", "amount", "status", "promised_on", "delivered_at", "customer_id", "customers", "country", "handling", "transit", "discount",
        "orders.amount", "order_items", "payments.paid", "revenue", "order_count", "on_time_share", "broken", "days", "SEK", "year", "month",
        "sum(", "count(", "share(", "distinct(", "percentile(", "min(", "prior(", "change(", "to_date(", "cumulative(", "at_start(", "average_of(", "round(", "coalesce(", "concat(",
        "days_between(", "add_days(", "1 day", "5 %", "if(", "\"order date\"", "'", "\"", "#", ";", "==", "&&", "’",
    ];

    [Fact]
    public void Random_text_gets_an_answer() =>
        Gen.String[0, 60].Sample(Answer, iter: 20_000);

    [Fact]
    public void Random_tokens_get_an_answer() =>
        FormulaTrees.OneOf(Tokens).Array[0, 25].Select(tokens => string.Join(' ', tokens)).Sample(Answer, iter: 20_000);

    [Fact]
    public void Well_formed_nonsense_gets_an_answer() =>
        FormulaTrees.Of(levels: 3).Sample(tree => Answer(FormulaPrinter.Print(tree)), iter: 5_000);

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("-", "revenue", "")]
    [InlineData("not ", "true", "")]
    [InlineData("sum(", "1", ")")]
    [InlineData("case when ", "true", " then 1 end")]
    [InlineData("", "1", " + 1")]
    [InlineData("x in (", "1", ")")]
    public void Deep_nesting_is_one_issue_and_no_crash(string before, string middle, string after)
    {
        var text = string.Concat(Enumerable.Repeat(before, 50_000)) + middle + string.Concat(Enumerable.Repeat(after, 50_000));
        var issue = Assert.Single(FormulaParser.Parse(text).Issues);
        Assert.Equal("formula.too-deep", issue.Code);
    }

    [Fact]
    public void Time_grows_in_proportion_to_the_text()
    {
        foreach (var part in new[] { "orders.amount, ", ") ", "'a", "case ", "a b ", "# ", "1 = 1 = ", "\n" })
        {
            var clock = Stopwatch.StartNew();
            FormulaParser.Parse("coalesce(" + string.Concat(Enumerable.Repeat(part, 20_000)) + "1)");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{part} took {clock.Elapsed}");
        }
    }

    private static void Answer(string text)
    {
        var parsed = FormulaParser.Parse(text);
        Speak(parsed.Issues);
        if (!parsed.IsSound)
            return;
        Speak(FormulaChecker.CheckMetric(parsed.Value, Shop).Issues);
        Speak(FormulaChecker.CheckMetric(parsed.Value, Shop, "orders").Issues);
        var row = FormulaChecker.CheckRow(parsed.Value, Shop.Dataset("orders")!, Shop);
        Speak(row.Issues);
        if (row.IsSound)
            ExpressionPrinter.Print(row.Value);
    }

    private static void Speak(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
        {
            Assert.NotEmpty(issue.Message(Tongue.English) + issue.Hint(Tongue.English));
            Assert.NotEmpty(issue.Message(Tongue.Swedish) + issue.Hint(Tongue.Swedish));
        }
    }
}
