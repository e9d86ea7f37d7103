using System.Text;
using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Definitions.Tests.Formulas;

/// <summary>
/// What people read when a formula is wrong. After a change of words, take the text the failure names (issues.actual.txt
/// beside the test program), read it as someone who has never programmed, and put it in place of issues.txt.
/// </summary>
public sealed class IssueSnapshotTests
{
    private static readonly ShopScope Shop = new();

    [Fact]
    public void Wrong_formulas_are_explained_as_in_the_snapshot()
    {
        var actual = Describe();
        var expected = File.Exists(Tables.Path("issues.txt")) ? File.ReadAllText(Tables.Path("issues.txt")) : "";
        if (actual != expected)
            File.WriteAllText(Tables.Path("issues.actual.txt"), actual);
        Assert.True(actual == expected, $"The issues differ from issues.txt; compare it with {Tables.Path("issues.actual.txt")}");
    }

    [Fact]
    public void Every_wrong_formula_has_an_issue_and_every_issue_a_place_inside_it()
    {
        foreach (var row in Tables.Rows("wrong.txt"))
        {
            var issues = IssuesOf(row[0], row[1]);
            Assert.True(issues.Count > 0, row[1]);
            Assert.All(issues, issue => Assert.InRange(issue.Place!.Column + issue.Place.Length - 1, 1, row[1].Length + 1));
        }
    }

    private static string Describe()
    {
        var text = new StringBuilder();
        foreach (var row in Tables.Rows("wrong.txt"))
        {
            text.Append(row[0]).Append(":\n    ").Append(row[1]).Append('\n');
            foreach (var issue in IssuesOf(row[0], row[1]))
            {
                text.Append(' ', 3 + issue.Place!.Column).Append('^', issue.Place.Length).Append('\n');
                Say(text, issue, Tongue.English);
                Say(text, issue, Tongue.Swedish);
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static void Say(StringBuilder text, Issue issue, Tongue tongue)
    {
        text.Append(tongue.Code).Append("  ").Append(issue.Message(tongue)).Append('\n');
        if (issue.Hint(tongue) is { } hint)
            text.Append("    ").Append(hint).Append('\n');
    }

    private static IReadOnlyList<Issue> IssuesOf(string level, string text)
    {
        var parsed = FormulaParser.Parse(text);
        if (!parsed.IsSound)
            return parsed.Issues;
        return level.StartsWith("row of ", StringComparison.Ordinal)
            ? FormulaChecker.CheckRow(parsed.Value, Shop.Dataset(level[7..])!, Shop).Issues
            : FormulaChecker.CheckMetric(parsed.Value, Shop, level.StartsWith("metric of ", StringComparison.Ordinal) ? level[10..] : null).Issues;
    }
}
