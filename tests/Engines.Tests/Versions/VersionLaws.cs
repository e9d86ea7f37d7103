using System.Globalization;
using CsCheck;
using Kelvin.Catalog;
using Kelvin.Compiler.Frames;
using Kelvin.Queries.Warehouse;
using Microsoft.Extensions.Time.Testing;
using static Engines.Tests.Scratch;

namespace Engines.Tests.Versions;

/// <summary>
/// Any loads in any order leave what a model in memory says, and every version before can be asked afterwards. Files and batches
/// take turns; undoings are undone too.
/// </summary>
public abstract class VersionLaws(TestEngine engine, int sequences)
{
    private const int Steps = 12;

    private static readonly Gen<(int Kind, LoadMode Mode, bool AsFile, (string Key, decimal Value)[] Rows, int Target)> Step = Gen.Select(
        Gen.Int[0, 9], Gen.Enum<LoadMode>(), Gen.Bool,
        Gen.Select(Gen.OneOf(Gen.Const("a"), Gen.Const("b"), Gen.Const("c"), Gen.Const("d"), Gen.Const("e")), Gen.Int[0, 3]).Select(pair => (pair.Item1, (decimal)pair.Item2)).Array[0, 5],
        Gen.Int[0, 100]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Current_rows_and_every_version_are_those_of_the_model(bool hasKey)
    {
        // An engine that is not there skips the test here; further in it would be taken for a counterexample.
        await (await engine.OpenAsync(Path.GetTempPath())).DisposeAsync();
        await Step.Array[1, Steps].SampleAsync(steps => CheckAsync(hasKey, steps), iter: sequences, threads: 1, seed: "0N0XIzNsQ0O2");
    }

    private async Task CheckAsync(bool hasKey, (int Kind, LoadMode Mode, bool AsFile, (string Key, decimal Value)[] Rows, int Target)[] steps)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero));
        var dataset = Dataset("things", Text("id"), Money("amount")) with { Key = hasKey ? ["id"] : [] };
        var total = Dataset("total", Money("sum", optional: true)) with { Source = new DatasetSource.Query("select sum(amount) as sum from things") };
        await using var scratch = await OpenAsync(engine with { Clock = clock }, dataset, total);
        var model = new VersionModel(hasKey);
        var moments = new List<DateTimeOffset> { clock.GetUtcNow() };
        foreach (var step in steps)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            var before = model.Versions.Count;
            if (step.Kind >= 7 && model.Loads.Count > 0)
                await UndoAsync(scratch, model, model.Loads[step.Target % model.Loads.Count]);
            else
                await TakeAsync(scratch, model, dataset, hasKey || step.Mode is LoadMode.Append or LoadMode.Replace ? step.Mode : LoadMode.Append, step.AsFile, step.Rows, hasKey);
            if (model.Versions.Count > before)
                moments.Add(clock.GetUtcNow());
            Assert.Equal(model.Versions[^1], await RowsOfAsync(scratch.Warehouse));
            Assert.Equal(model.Rows.Count, (await scratch.Warehouse.StatesAsync(default))["things"].Rows);
        }
        for (var version = 0; version < moments.Count; version++)
        {
            var known = scratch.Warehouse.KnownOn(moments[version]);
            Assert.Equal(model.Versions[version], await RowsOfAsync(known));
            Assert.Equal(model.Versions[version].Length, (await known.StatesAsync(default))["things"].Rows);
            Assert.Equal(SumOf(model.Versions[version]), await VersionTests.RowsAsync(known, "SELECT sum FROM total", "sum"));
        }
    }

    private static async Task UndoAsync(Scratch scratch, VersionModel model, VersionModel.Load load)
    {
        var expected = model.Undo(load);
        var undone = await scratch.Warehouse.UndoAsync(load.Id, null, null, default);
        Assert.Equal(expected is not null, undone.IsSound);
        if (expected is not null)
            expected.Id = undone.Value!.Id;
    }

    private static async Task TakeAsync(
        Scratch scratch, VersionModel model, Dataset dataset, LoadMode mode, bool asFile, (string Key, decimal Value)[] written, bool hasKey)
    {
        // The first row of a key counts, in files as in batches; a file without rows is none.
        (string Key, decimal Value)[] rows = hasKey ? [.. written.DistinctBy(row => row.Key)] : written;
        if (mode == LoadMode.Replace && rows.Length < written.Length)
            written = rows;
        asFile &= written.Length > 0;
        // The same file would be told from its fingerprint, where the same rows in a batch come in again.
        var expected = model.Take(mode, rows);
        var load = asFile
            ? (await scratch.LoadAsync(dataset, "id,amount\n" + string.Concat(written.Select(row => FormattableString.Invariant($"{row.Key},{row.Value}\n"))) + new string('\n', model.Versions.Count), mode)).Load?.Id
            : (await scratch.Warehouse.WriteAsync([new RowBatch(dataset, FrameOf(written)) { Mode = mode }], default))[0].Value!.Load;
        Assert.Equal(expected is not null, load is not null);
        if (expected is not null)
            expected.Id = load!.Value;
    }

    private static Frame FrameOf((string Key, decimal Value)[] rows) => new(
        [new FrameColumn<string>("id", [.. rows.Select(row => row.Key)]), new FrameColumn<decimal>("amount", [.. rows.Select(row => row.Value)])]);

    private static Task<string[]> RowsOfAsync(IRowSource source) =>
        VersionTests.RowsAsync(source, "SELECT id, amount FROM things ORDER BY id, amount", "id", "amount");

    private static string[] SumOf(string[] rows) => rows.Length == 0
        ? ["∅"]
        : [rows.Sum(row => decimal.Parse(row.Split('|')[1], CultureInfo.InvariantCulture)).ToString("0.0000", CultureInfo.InvariantCulture)];
}

public sealed class VersionLawsOnDuckDb() : VersionLaws(TestEngine.DuckDb, 60);

public sealed class VersionLawsOnPostgres() : VersionLaws(TestEngine.Postgres, 15);
