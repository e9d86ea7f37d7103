using System.Collections.Immutable;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>Issues as they are found. Past a limit per file only their number is kept, so that garbage stays readable.</summary>
internal sealed class IssueList
{
    private const int MostPerFile = 100;
    private readonly List<Issue> _issues = [];
    private readonly Dictionary<string, int> _errorsByFile = new(StringComparer.Ordinal);

    /// <summary>How many errors were found so far, those past the limit included.</summary>
    public int Errors { get; private set; }

    public void Add(Place? place, string code, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Add(Issue.At(place, code, arguments));

    public void Add(Issue issue)
    {
        if (issue.Severity == Severity.Error)
            Errors++;
        var file = issue.Place?.File ?? "";
        var count = _errorsByFile[file] = _errorsByFile.GetValueOrDefault(file) + 1;
        if (count <= MostPerFile)
            _issues.Add(issue);
    }

    public void AddRange(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
            Add(issue);
    }

    /// <summary>Every issue in the order of file and place.</summary>
    public ImmutableArray<Issue> InOrder() =>
        [.. _issues.Concat(Beyond())
            .OrderBy(issue => issue.Place?.File, StringComparer.Ordinal)
            .ThenBy(issue => issue.Place?.Line ?? 0).ThenBy(issue => issue.Place?.Column ?? 0)
            .Distinct()];

    private IEnumerable<Issue> Beyond() =>
        from file in _errorsByFile
        where file.Value > MostPerFile
        select Issue.At(new Place(file.Key, int.MaxValue, 1, 1), "catalog.more", ("count", file.Value - MostPerFile));
}
