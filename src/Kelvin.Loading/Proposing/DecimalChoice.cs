using System.Collections.Immutable;
using Kelvin.Catalog;

namespace Kelvin.Loading.Proposing;

/// <summary>Which mark the numbers of a file have before their decimals, or the question.</summary>
/// <param name="Found">The mark; null where no number needs it or it is open.</param>
/// <param name="Question">The question, where both fit.</param>
internal sealed record DecimalChoice(char? Found, OpenQuestion? Question)
{
    private const double Mostly = 0.9;
    private static readonly DecimalChoice Nothing = new(null, null);

    public static DecimalChoice Of(ImmutableArray<NamedEvidence> columns, FileFormat known, bool isTyped)
    {
        if (known.DecimalMark is { } said)
            return new DecimalChoice(said, null);
        var numeric = columns.Where(column => column.Evidence.Present > 0
            && Math.Max(column.Evidence.Numbers.Fitting('.'), column.Evidence.Numbers.Fitting(',')) >= Mostly * column.Evidence.Present
            && column.Evidence.Days.Count < Mostly * column.Evidence.Present).ToList();
        var comma = numeric.Sum(column => column.Evidence.Numbers.Marks.Comma);
        var point = numeric.Sum(column => column.Evidence.Numbers.Marks.Point);
        var either = numeric.Sum(column => column.Evidence.Numbers.Marks.Either);
        // Numbers that were no texts are written with a point, and say nothing of the texts beside them.
        if (isTyped && comma == 0)
            return Nothing;
        return comma > 0 && (point == 0 || isTyped) ? new DecimalChoice(',', null)
            : point > 0 && comma == 0 ? new DecimalChoice('.', null)
            : comma + point + either == 0 ? Nothing
            : new DecimalChoice(null, Ask(numeric, comma > point ? [',', '.'] : ['.', ',']));
    }

    private static OpenQuestion Ask(List<NamedEvidence> columns, ReadOnlySpan<char> marks)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var mark in marks)
            readings.Add(new Reading(mark.ToString(), [.. columns.SelectMany(column => column.Evidence.Numbers.Samples(column.Name, mark)).Take(3)]));
        return new OpenQuestion(QuestionKind.Decimal, readings.ToImmutable());
    }
}
