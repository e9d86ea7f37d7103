using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Imports.Matching;
using Kelvin.Imports.Uploads;
using Kelvin.Language;
using Kelvin.Loading.Mapping;
using Kelvin.Loading.Proposing;

namespace Kelvin.Imports.Looking;

/// <summary>Looks at files that were sent, and remembers what they seem to be until something else is said about them.</summary>
public sealed class LookAtFile(UploadStore uploads, ICurrentCatalog catalogs, ReadKnownValues known)
{
    private const int MostRemembered = 1_000;
    private readonly ConcurrentDictionary<(string Upload, int File), Looked> _looked = [];

    /// <summary>What was found, or null when it has not been looked at as it is said to be.</summary>
    public Looked? Find(Upload upload, UploadedFile file) =>
        _looked.TryGetValue((upload.Id, file.Number), out var looked) && looked.Said == Said(file) ? looked : null;

    /// <summary>Looks at a file, all of it.</summary>
    public async Task<Looked> LookAsync(Upload upload, UploadedFile file, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var path = uploads.PathOf(upload.Id, file.Content);
        var outcome = await Task.Run(
            () => new ProposeFile(catalogs.Current.Settings.Currency).Look(path, file.Choices.Format, progress, cancellationToken), cancellationToken);
        var values = outcome.IsSound ? await known.ForAsync(outcome.Value, catalogs.Current, cancellationToken) : KnownValues.None;
        if (_looked.Count >= MostRemembered)
            _looked.Clear();
        // From here on it is called as whoever sent it calls it.
        return _looked[(upload.Id, file.Number)] = new Looked(
            Said(file), outcome.Value is { } proposal ? proposal with { Path = file.Name } : null, Named(outcome.Issues, file), values);
    }

    /// <summary>Issues with the file called as whoever sent it calls it.</summary>
    public static ImmutableArray<Issue> Named(ImmutableArray<Issue> issues, UploadedFile file) =>
    [
        .. issues.Select(issue => issue with
        {
            Arguments = issue.Arguments.SetItems(issue.Arguments.Where(argument => argument.Value is string text && text.Contains(file.Content, StringComparison.Ordinal))
                .Select(argument => KeyValuePair.Create(argument.Key, (object)file.Name))),
            Place = issue.Place is { File: { } place } && place.Contains(file.Content, StringComparison.Ordinal) ? issue.Place with { File = file.Name } : issue.Place,
        }),
    ];

    private static string Said(UploadedFile file) => $"{file.Content}\n{FormatYaml.Write(file.Choices.Format, "")}";
}
