using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Loading.Proposing;

/// <summary>Rows of a file as a load would take them, with what it would say of each.</summary>
/// <param name="Columns">The names of the columns in the file.</param>
/// <param name="First">The first rows, sound or not.</param>
/// <param name="Problems">The first rows with problems, of the whole file.</param>
/// <param name="ProblemRows">How many rows have problems.</param>
public sealed record FilePreview(
    ImmutableArray<string> Columns, ImmutableArray<PreviewRow> First, ImmutableArray<PreviewRow> Problems, long ProblemRows)
{
    /// <summary>No rows.</summary>
    public static FilePreview Nothing { get; } = new([], [], [], 0);

    /// <summary>The same with the columns in its issues called as in the file.</summary>
    internal FilePreview CalledAs(IReadOnlyDictionary<string, string> names) => this with
    {
        First = [.. First.Select(row => row.CalledAs(names))],
        Problems = [.. Problems.Select(row => row.CalledAs(names))],
    };
}

/// <summary>A row of a file.</summary>
/// <param name="Line">Its line, or its number where rows are counted.</param>
/// <param name="Cells">Its fields as written.</param>
/// <param name="Issues">What is wrong with it; an issue's argument <c>column</c> names the dataset's column that is to blame.</param>
public sealed record PreviewRow(long Line, ImmutableArray<string> Cells, ImmutableArray<Issue> Issues)
{
    internal PreviewRow CalledAs(IReadOnlyDictionary<string, string> names) => this with
    {
        Issues = [.. Issues.Select(issue => issue.Arguments.GetValueOrDefault("column") is string name && names.TryGetValue(name, out var inFile)
            ? issue with { Arguments = issue.Arguments.SetItem("column", inFile) } : issue)],
    };
}
