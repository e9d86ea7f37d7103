using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Sql;

namespace Definitions.Tests.Interchange;

/// <summary>SQL expressions in our language, and those that cannot be said.</summary>
public sealed class SqlTranslationTests
{
    [Theory]
    [InlineData("amount * 0.8", "amount * 0.8")]
    [InlineData("(amount - cost) * 1.0 / amount", "(amount - cost) / amount")]
    [InlineData("amount / NULLIF(cost, 0)", "amount / cost")]
    [InlineData("NULLIF(amount, 5)", "case when amount != 5 then amount end")]
    [InlineData("status = 'paid' AND NOT is_gift OR cost IS NULL", "status = 'paid' and not is_gift or cost is missing")]
    [InlineData("status IS NOT NULL", "status is known")]
    [InlineData("is_gift IS TRUE", "coalesce(is_gift, false)")]
    [InlineData("status NOT IN ('a', 'it''s')", "not status in ('a', 'it''s')")]
    [InlineData("amount BETWEEN 1 AND 2", "amount between 1 and 2")]
    [InlineData("status LIKE 'A%'", "status like 'A%'")]
    [InlineData("first_name || status", "concat(first_name, status)")]
    [InlineData("COALESCE(amount, 0)", "coalesce(amount, 0)")]
    [InlineData("CASE WHEN is_gift THEN 1 ELSE 0 END", "case when is_gift then 1 else 0 end")]
    [InlineData("CASE status WHEN 'a' THEN 1 END", "case when status = 'a' then 1 end")]
    [InlineData("day >= '2020-01-02'", "day >= date '2020-01-02'")]
    [InlineData("day = CAST('2020-01-02' AS TIMESTAMP)", "day = date '2020-01-02'")]
    [InlineData("day::date < '2020-01-02 00:00:00'", "day < date '2020-01-02'")]
    [InlineData("moment >= '2020-01-02'", "moment >= date '2020-01-02'")]
    [InlineData("DATE_TRUNC('month', day)", "period(day, month)")]
    [InlineData("EXTRACT(dow FROM day)", "weekday(day)")]
    [InlineData("t.amount + -1", "amount + -1")]
    [InlineData("\"amount\"", "amount")]
    public void What_can_be_said_is_said(string sql, string formula)
    {
        var (value, obstacle) = SqlTranslation.Of(sql, new Names());
        Assert.Null(obstacle);
        Assert.Equal(formula, FormulaPrinter.Print(value!.Formula));
        Assert.True(FormulaParser.Parse(formula).IsSound);
    }

    [Theory]
    [InlineData("nothing_like_it", "nothing_like_it")]
    [InlineData("SUM(amount) OVER (PARTITION BY status)", "SUM")]
    [InlineData("day > CURRENT_DATE", "CURRENT_DATE")]
    [InlineData("moment > '2020-01-02'", ">")]
    [InlineData("moment >= '2020-01-02 06:00:00'", "2020-01-02 06:00:00")]
    [InlineData("amount ~ 2", "~")]
    [InlineData("day + INTERVAL '1 day'", "INTERVAL")]
    [InlineData("(amount", "(amount")]
    [InlineData("'open", "'open")]
    public void What_cannot_be_said_is_named(string sql, string obstacle) =>
        Assert.Equal((null, obstacle), SqlTranslation.Of(sql, new Names()));

    private sealed class Names : ISqlNames
    {
        private static readonly Dictionary<string, ValueKind> Known = new(StringComparer.OrdinalIgnoreCase)
        {
            ["amount"] = ValueKind.Number,
            ["cost"] = ValueKind.Number,
            ["status"] = ValueKind.Text,
            ["first_name"] = ValueKind.Text,
            ["is_gift"] = ValueKind.Boolean,
            ["day"] = ValueKind.Date,
            ["moment"] = ValueKind.Timestamp,
        };

        public SqlValue? Column(string name) => Known.TryGetValue(name, out var kind) ? new SqlValue(new Formula.Name([name.ToLowerInvariant()]), kind) : null;

        public SqlValue? Reference(string written) => null;
    }
}
