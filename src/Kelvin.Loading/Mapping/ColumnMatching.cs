using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Loading.Proposing;

namespace Kelvin.Loading.Mapping;

/// <summary>Finds for the columns of a file the columns of a dataset, each for at most one, so that all together fit best. One sure pair counts more than two doubtful ones.</summary>
public sealed class ColumnMatching(MetricCatalog catalog, KnownValues known)
{
    private const double Least = 0.45;
    private static readonly ImmutableArray<string> Times = ["date", "time"];
    private static readonly ImmutableArray<string> Otherwise = ["promised", "budget", "discount", "tax", "start", "end"];

    /// <summary>The matches, in the order of the dataset's columns.</summary>
    public ImmutableArray<ColumnMatch> Match(ImmutableArray<ColumnProposal> file, Dataset dataset)
    {
        var stored = dataset.Columns.Where(column => column.IsStored).ToList();
        var matches = stored.Select(column => file.Select(inFile => Score(inFile, column, dataset)).ToArray()).ToList();
        var pairs = BestPairs.Of([.. matches.Select(row => row.Select(match => match.Score >= Least ? Math.Pow(match.Score, 4) : 0).ToArray())], file.Length);
        return [.. matches.Zip(pairs).Where(pair => pair.Second >= 0).Select(pair => pair.First[pair.Second])];
    }

    private ColumnMatch Score(ColumnProposal inFile, Column column, Dataset dataset)
    {
        var (score, reason) = OfNames(inFile.Name, column, dataset);
        score *= OfTypes(inFile, column) * OfGaps(inFile, column);
        var target = column.LinksTo is { } linked && catalog.Datasets.TryGetValue(linked, out var to) && to.Key is [var key] ? (linked, key) : (dataset.Name, column.Name);
        if (known.ShareOf(inFile.Values, target.Item1, target.Item2) is { } share)
        {
            (score, reason) = share >= 0.5 ? (score + 0.5 * share, score < Least ? MatchReason.KnownValues : reason)
                : column.LinksTo is not null && share == 0 ? (score * 0.6, reason) : (score, reason);
        }
        return new ColumnMatch(column, inFile.Name, Math.Clamp(score, 0, 1), reason);
    }

    private static (double Score, MatchReason Reason) OfNames(string inFile, Column column, Dataset dataset)
    {
        var written = Concepts.Plain(inFile);
        if (written == Concepts.Plain(column.Name))
            return (1, MatchReason.SameName);
        var labels = Concepts.TextsOf(column.Label).ToList();
        if (labels.Any(label => Concepts.Plain(label) == written))
            return (0.97, MatchReason.SameLabel);
        var best = labels.Prepend(column.Name).Select(name => OfMeaning(inFile, name, column, dataset)).Max();
        var similar = NearestName.Of(written, [Concepts.Plain(column.Name), .. labels.Select(Concepts.Plain)]) is not null && written.Length > 3 ? 0.75 : 0;
        return best >= similar ? (best, MatchReason.SameMeaning) : (similar, MatchReason.SimilarName);
    }

    /// <summary>
    /// The part of the concepts that both names have. What the dataset itself is about need not be said in a column of it, and neither that
    /// a time is one. A name in the file may say more than is needed, unless it makes it another thing: a promise is not what happened.
    /// </summary>
    private static double OfMeaning(string inFile, string name, Column column, Dataset dataset)
    {
        var (left, right) = (Concepts.Of(inFile), Concepts.Of(name));
        var about = Concepts.Of(dataset.Name);
        if (left.SetEquals(right))
            return 0.92;
        var (leftRest, rightRest) = (left.Except(about), right.Except(about));
        if (leftRest.Count > 0 && leftRest.SetEquals(rightRest))
            return 0.85;
        var shared = 0.8 * left.Intersect(right).Count / left.Union(right).Count;
        if (column.Type.Kind is ValueKind.Date or ValueKind.Timestamp)
            (leftRest, rightRest) = (leftRest.Except(Times), rightRest.Except(Times));
        return rightRest.Count == 0 || !leftRest.IsSupersetOf(rightRest) || leftRest.Except(rightRest).Overlaps(Otherwise) ? shared
            : Math.Max(shared, 0.5 + 0.3 * rightRest.Count / leftRest.Count);
    }

    /// <summary>A column that must have a value would lose rows to one with gaps: of two that say the same, the whole one is meant.</summary>
    private static double OfGaps(ColumnProposal inFile, Column column) => column.IsOptional || inFile.Missing == 0 || inFile.Present == 0 ? 1 : 0.9;

    private static double OfTypes(ColumnProposal inFile, Column column) => (inFile.Kind, column.Type.Kind) switch
    {
        // A column without values fits every type.
        _ when inFile.Present == 0 => 1,
        (ValueKind.Number, ValueKind.Number) => column.Decimals == 0 && inFile.Type.Contains("decimal", StringComparison.Ordinal) ? 0.5 : 1,
        (ValueKind.Date, ValueKind.Timestamp) => 0.95,
        (ValueKind.Timestamp, ValueKind.Date) => 0.7,
        (ValueKind.Number, ValueKind.Text) => inFile.BareType == "integer" ? 0.95 : 0.6,
        (ValueKind.Number, ValueKind.Boolean) => inFile.Values.All(value => value is "0" or "1") ? 0.95 : 0.1,
        (_, ValueKind.Text) => inFile.Kind == ValueKind.Text ? 1 : 0.8,
        (ValueKind.Text, ValueKind.Number) => inFile.Values.All(value => value.All(char.IsAsciiDigit)) ? 0.95 : 0.3,
        var (found, needed) => found == needed ? 1 : 0.3,
    };
}
