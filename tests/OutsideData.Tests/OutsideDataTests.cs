using System.Collections.Immutable;
using Conformance.Running;

namespace OutsideData.Tests;

/// <summary>Values that others worked out from raw files, reproduced from definitions; the same checks for every company, on every engine.</summary>
public sealed class OutsideDataTests
{
    private static readonly ImmutableSortedDictionary<string, OutsideValues> Companies = new[]
    {
        Absenteeism.Values, Adventureworks.Values, DallasBudget.Values, IbmHrAttrition.Values,
        IncidentEventLog.Values, KagConversion.Values, NyseFundamentals.Values, OlistFunnel.Values,
        OlistOrders.Values, Ravenstack.Values,
    }
    .ToImmutableSortedDictionary(values => values.Folder, values => values);

    public static TheoryData<string> EngineNames => [.. Engines.ByName.Keys];

    public static TheoryData<string> Folders => [.. Companies.Keys];

    public static TheoryData<string, string> LoadedFolders =>
        [.. Engines.ByName.Keys.SelectMany(_ => Companies.Keys, (engine, folder) => (engine, folder))];

    public static TheoryData<string, string, string> Entries =>
    [
        .. from engine in Engines.ByName.Keys
           from values in Companies.Values
           from entry in values.Asked
           select (engine, values.Folder, entry),
    ];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task The_outside_value_is_reproduced(string engine, string folder, string entry)
    {
        var company = await Company.OpenAsync(engine, folder);
        var answer = await company.AskAsync(Companies[folder].QuestionFor(entry));
        var expected = ValueCells.Of(SharedData.Entries(folder)[entry], [.. answer.Metrics.Select(metric => metric.Name)]);
        var found = ValueCells.Of(answer, expected);
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, cell => Assert.InRange(found[cell.Key], cell.Value - Slack(cell.Value), cell.Value + Slack(cell.Value)));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_outside_value_is_asked_for(string folder) =>
        Assert.Equal(
            SharedData.Entries(folder).Keys,
            Companies[folder].Asked.Concat(Companies[folder].Reasons.Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LoadedFolders))]
    public async Task Every_row_of_every_file_is_taken(string engine, string folder)
    {
        var loads = (await Company.OpenAsync(engine, folder)).Loads;
        Assert.All(loads.Values, load => Assert.Equal((0, 0), (load.Rejected, load.EmptyLines)));
        Assert.Equal(Companies[folder].Rows, loads.ToImmutableSortedDictionary(load => load.Key, load => load.Value.Accepted));
    }

    /// <summary>
    /// How far a value may lie from the one in the file: half a unit of the ninth decimal, to which all are rounded there,
    /// and what adding a few thousand numbers in binary floating point can cost, which ours are free of.
    /// </summary>
    private static double Slack(double value) => 0.5e-9 + 1e-13 * Math.Abs(value);
}
