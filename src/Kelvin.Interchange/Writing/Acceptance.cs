using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Interchange.Writing;

/// <summary>
/// Takes out of written files what a workspace would not accept, until it accepts the rest: a metric as a whole, of a dataset the
/// column or link. Without this, one definition that cannot be said would greet people with errors in files they did not write.
/// </summary>
internal static class Acceptance
{
    /// <summary>The files that are left, and for each definition what was refused in it.</summary>
    public static (ImmutableArray<DefinitionFile> Files, ImmutableArray<Refusal> Refused) Of(ImmutableArray<DefinitionFile> files)
    {
        var refused = ImmutableArray.CreateBuilder<Refusal>();
        while (Errors(files) is { Count: > 0 } errors)
        {
            var before = refused.Count;
            files = [.. files.Select(file => Left(file, errors, refused)).OfType<DefinitionFile>()];
            if (refused.Count == before)
                break;
        }
        return (files, refused.ToImmutable());
    }

    private static List<Issue> Errors(ImmutableArray<DefinitionFile> files) =>
        [.. CatalogLoader.Load(files).Issues.Where(issue => issue is { Severity: Severity.Error, Place: not null })];

    private static DefinitionFile? Left(DefinitionFile file, List<Issue> errors, ImmutableArray<Refusal>.Builder refused)
    {
        var left = new List<WrittenDocument>();
        foreach (var document in WrittenDocument.Of(file.Path, file.Text))
        {
            // From the last to the first, so that the lines of those before still hold.
            WrittenDocument? rest = document;
            foreach (var piece in errors.Where(error => document.Holds(error.Place!)).GroupBy(error => document.PieceAt(error.Place!)).OrderByDescending(piece => piece.Key ?? -1))
            {
                refused.AddRange(piece.Select(error => new Refusal(document.IsDataset, document.Name, piece.Key is not null, error)));
                rest = piece.Key is { } line ? rest!.Without(line) : null;
            }
            if (rest is not null)
                left.Add(rest);
        }
        return left.Count == 0 ? null : file with { Text = WrittenDocument.TextOf(left) };
    }
}

/// <summary>A definition, or a part of it, that was taken out.</summary>
/// <param name="IsDataset">Whether it is a dataset's; else a metric's.</param>
/// <param name="Name">The name of the definition.</param>
/// <param name="IsPart">Whether only a part was taken out.</param>
/// <param name="Reason">Why.</param>
internal sealed record Refusal(bool IsDataset, string Name, bool IsPart, Issue Reason);
