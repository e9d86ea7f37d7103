using Kelvin.Catalog;
using Kelvin.Quantities;
using Kelvin.Web.Metrics.Cards;
using Kelvin.Web.Metrics.Words;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Metrics.Breakdown;

/// <summary>What the parts that are shown leave of a whole that parts add up to.</summary>
internal sealed class RestOfParts(AnsweredMetric parts, AnsweredMetric whole, int shown)
{
    /// <summary>The rest as a row, or null when the whole is not known.</summary>
    public BreakdownRow? Row(Reader reader, Wording wording, Unit column, Direction better)
    {
        if (Left(whole.Value(0), parts.Value) is not { } value)
            return null;
        var compared = Left(whole.Compared(0), parts.Compared);
        var change = compared is { Value: > 0 } before ? Quantity.Approximate(value.Value / before.Value - 1, Unit.Share) : (Quantity?)null;
        return new(reader.Say("breakdown.rest"), value.Value, wording.Down(value, column))
        {
            IsUnnamed = true,
            Share = ShareOf(value, whole.Value(0)) is { } share ? wording.Full(share) : null,
            Compared = compared?.Value,
            ComparedText = compared is null ? null : wording.Down(compared, column),
            Change = whole.IsComparedInPart ? null : ChangeReadings.Of(change, better, "", wording),
        };
    }

    /// <summary>A value's share of the whole; null when there is no whole to have a share of.</summary>
    public static Quantity? ShareOf(Quantity? value, Quantity? total) =>
        value is { } part && total is { Value: > 0 } all ? Quantity.Approximate(part.Value / all.Value, Unit.Share) : null;

    private Quantity? Left(Quantity? total, Func<int, Quantity?> part)
    {
        if (total is not { } all)
            return null;
        var taken = Enumerable.Range(0, shown).Select(part).OfType<Quantity>().ToArray();
        return all.Exactly is { } exact && taken.All(value => value.Exactly is not null)
            ? Quantity.Exact(exact - taken.Sum(value => value.Exactly!.Value), all.Unit)
            : Quantity.Approximate(all.Value - taken.Sum(value => value.Value), all.Unit);
    }
}
