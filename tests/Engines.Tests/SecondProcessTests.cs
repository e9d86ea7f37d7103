using System.Diagnostics;
using Kelvin.Engines.DuckDb;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Engines.Tests;

public sealed class SecondProcessTests
{
    private const string FolderToHold = "KELVIN_TEST_FOLDER_TO_HOLD";

    [Fact]
    public async Task A_folder_that_another_process_holds_is_refused_naming_the_process()
    {
        var folder = Directory.CreateTempSubdirectory("kelvin-test-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(SecondProcessTests).Assembly.Location, "-explicit", "only", "-method", $"{typeof(SecondProcessTests).FullName}.{nameof(Hold_a_folder)}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { [FolderToHold] = folder },
        };
        using var other = Process.Start(start)!;
        try
        {
            while (await other.StandardOutput.ReadLineAsync() is { } line && !line.Contains("held", StringComparison.Ordinal))
            {
            }
            var refusal = await Assert.ThrowsAsync<WarehouseException>(() => DuckDbWarehouse.OpenAsync(folder, Scratch.Settings, default));
            Assert.Equal("engine.held", refusal.Issue!.Code);
            Assert.Contains($"process {other.Id}.", refusal.Message, StringComparison.Ordinal);
            Assert.Contains($"process {other.Id}.", refusal.Issue.Message(Tongue.Swedish), StringComparison.Ordinal);
        }
        finally
        {
            other.StandardInput.Close();
            await other.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The other process of the test above.</summary>
    [Fact(Explicit = true)]
    public async Task Hold_a_folder()
    {
        await using var warehouse = await DuckDbWarehouse.OpenAsync(Environment.GetEnvironmentVariable(FolderToHold)!, Scratch.Settings, default);
        Console.WriteLine("held");
        Console.In.ReadToEnd();
    }
}
