using Kelvin.Compiler;

namespace OutsideData.Tests;

/// <summary>What takes several cells of an answer.</summary>
public sealed class AbsenteeismTests
{
    [Theory]
    [MemberData(nameof(OutsideDataTests.EngineNames), MemberType = typeof(OutsideDataTests))]
    public async Task Three_reasons_make_up_their_share_of_all_hours(string engine)
    {
        var company = await Company.OpenAsync(engine, Absenteeism.Values.Folder);
        var answer = await company.AskAsync(new MetricQuery
        {
            Metrics = ["absence_hours"], By = ["reasons.name"], Top = "3 by absence_hours", Shares = true,
        });
        var isOther = answer.Frame[TopGroups.OthersColumn("reasons.name")];
        var shares = answer.Frame["absence_hours.share"];
        var largest = Enumerable.Range(0, answer.Frame.Count).Where(row => isOther[row] is false).Sum(row => (double)shares[row]!);
        Assert.Equal(SharedData.Entries("absenteeism")["top3_reason_share"].GetDouble(), largest, 9);
    }
}
