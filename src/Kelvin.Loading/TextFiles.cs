using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;
using Kelvin.Loading.Text;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading;

/// <summary>The files of one load, surveyed: all can be used, or none is.</summary>
/// <param name="Files">The files, in their order.</param>
/// <param name="Surveys">What was found in each.</param>
public sealed record TextFiles(ImmutableArray<TextFile> Files, ImmutableArray<FileSurvey> Surveys)
{
    /// <summary>Rows of all.</summary>
    public long Records => Surveys.Sum(survey => survey.Records);

    /// <summary>The columns that any of them has, in the order of the dataset.</summary>
    public ImmutableArray<Column> Columns => Files is [var only] ? [.. only.Layout.Columns.Select(laid => laid.Column)]
        : [.. Files[0].Request.Dataset.Columns.Where(column => Files.Any(file => file.Layout.Columns.Any(laid => laid.Column == column)))];

    /// <summary>What tells these files, read in this way, from any others.</summary>
    /// <exception cref="Formats.UnusableFileException">One is no longer the file that was surveyed.</exception>
    public string Fingerprint => string.Join('\n', Files.Zip(Surveys, (file, survey) => file.FingerprintOf(survey)));

    /// <summary>Looks at the beginning of each; what cannot be used is an issue, and which file it is in.</summary>
    public static Checked<IReadOnlyList<TextFile>> Open(LoadRequest request)
    {
        var files = ImmutableArray.CreateBuilder<TextFile>();
        var issues = ImmutableArray.CreateBuilder<Issue>();
        foreach (var (path, number) in request.Paths.Select((path, number) => (path, number)))
        {
            var opened = TextFile.Open(request with { Path = path, Others = [], Known = number == 0 ? request.Known : null });
            if (opened.IsSound)
                files.Add(opened.Value with { Lines = new FileLines(number) });
            issues.AddRange(OfOne(request, path, opened.Issues, issues));
        }
        return Checked<IReadOnlyList<TextFile>>.From(files.ToImmutable(), issues.ToImmutable());
    }

    /// <summary>The files as they must be read after their surveys, those in another encoding than was assumed surveyed once more.</summary>
    public static Checked<TextFiles> After(LoadRequest request, IReadOnlyList<TextFile> files, IReadOnlyList<FileSurvey> surveys, Func<TextFile, FileSurvey> survey)
    {
        var (known, found, issues) = (ImmutableArray.CreateBuilder<TextFile>(), ImmutableArray.CreateBuilder<FileSurvey>(), ImmutableArray.CreateBuilder<Issue>());
        foreach (var (file, first) in files.Zip(surveys))
        {
            var after = file.After(first);
            issues.AddRange(OfOne(request, file.Request.Path, after.Issues, issues));
            if (!after.IsSound)
                continue;
            known.Add(after.Value);
            found.Add(after.Value == file ? first : survey(after.Value));
        }
        return Checked<TextFiles>.From(new TextFiles(known.ToImmutable(), found.ToImmutable()), issues.ToImmutable());
    }

    /// <summary>What is to be said of one of the files: all below its name where it is one of several that cannot be used, else what is new.</summary>
    private static ImmutableArray<Issue> OfOne(LoadRequest request, string path, ImmutableArray<Issue> found, IEnumerable<Issue> said) =>
        request.Others.IsEmpty || found.All(issue => issue.Severity != Severity.Error)
            ? [.. found.Where(issue => !said.Contains(issue))]
            : [Issue.At(null, "import.one-of-several", ("file", Path.GetFileName(path)), ("count", request.Others.Length + 1)), .. found];
}
