using System.Text;
using Kelvin.Cli.CommandLine;
using Kelvin.Cli.Terminals;
using Microsoft.Extensions.Time.Testing;

namespace Cli.Tests;

/// <summary>What a command left behind: its exit code, its data and its notes.</summary>
internal sealed record Invocation(int Code, byte[] Data, string Notes)
{
    /// <summary>17 March 2026, 13:00 in Stockholm.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 17, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The data as lines, without the spaces that fill a table's last column.</summary>
    public string Output => Trimmed(Encoding.UTF8.GetString(Data));

    public static Task<Invocation> RunAsync(string folder, params string[] arguments) => RunAsync(folder, CancellationToken.None, arguments);

    public static Task<Invocation> RunAsync(string folder, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(folder, _ => null, cancellationToken, arguments);

    public static Task<Invocation> RunWithInputAsync(string folder, string input, params string[] arguments) =>
        RunAsync(folder, _ => null, Now, input, CancellationToken.None, arguments);

    public static Task<Invocation> RunAsync(
        string folder, Func<string, string?> variable, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(folder, variable, Now, cancellationToken, arguments);

    public static Task<Invocation> RunAsync(
        string folder, Func<string, string?> variable, DateTimeOffset now, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(folder, variable, now, "", cancellationToken, arguments);

    private static async Task<Invocation> RunAsync(
        string folder, Func<string, string?> variable, DateTimeOffset now, string input, CancellationToken cancellationToken, string[] arguments)
    {
        using var output = new MemoryStream();
        await using var notes = new StringWriter();
        using var surroundings = new Surroundings
        {
            Output = output,
            Notes = notes,
            Input = new StringReader(input),
            Folder = folder,
            Variable = variable,
            Clock = new FakeTimeProvider(now),
        };
        var code = await KelvinProgram.RunAsync(arguments, surroundings, cancellationToken);
        return new Invocation(code, output.ToArray(), Trimmed(notes.ToString()));
    }

    private static string Trimmed(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
