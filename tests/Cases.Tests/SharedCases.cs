namespace Cases.Tests;

/// <summary>Every case of <c>tests/cases</c>, asked of every engine.</summary>
public sealed class SharedCases
{
    public static TheoryData<string, string, string> Cases => new(
        from engine in Engine.All.Keys
        from file in CaseFiles.All
        from test in file.Value.Tests
        select (engine, file.Key, test.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_is_answered_as_written(string engine, string file, string name)
    {
        var catalog = CaseFiles.All[file];
        var test = catalog.Tests.Single(candidate => candidate.Name == name);
        var outcome = await Asked.Of(test, catalog, Engine.All[engine]);
        Assert.Equal(test.ExpectedIssues, outcome.Issues.Select(issue => issue.Code));
        if (outcome.IsSound)
            AnswerText.AssertRows(test.Expected, outcome.Value);
    }
}
