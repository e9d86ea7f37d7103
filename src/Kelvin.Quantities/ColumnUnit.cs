namespace Kelvin.Quantities;

/// <summary>Chooses the unit in which values that stand under each other are shown, so that they can be compared at a glance.</summary>
public static class ColumnUnit
{
    private static readonly Unit[] Lengths = [Unit.Second, Unit.Minute, Unit.Hour, Unit.Day];

    /// <summary>
    /// For lengths of time, the unit in which the middle one is read by itself; every other unit stays as it is.
    /// To be shown with <see cref="DisplayStyle.Column"/>.
    /// </summary>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="values">The values that are known, in any order.</param>
    public static Unit For(Unit unit, IEnumerable<double> values)
    {
        if (!Lengths.Contains(unit))
            return unit;
        var sizes = values.Select(Math.Abs).Where(double.IsFinite).Order().ToArray();
        // As a length, a value too great for an exact number is as good as any other in days.
        var middle = sizes.Length == 0 ? 0 : Math.Min(sizes[sizes.Length / 2], 1e20);
        var scale = Readable.Of((decimal)middle, unit, DisplayStyle.Full).Scale;
        return Lengths.First(length => length.Leading() is UnitAtom.Duration duration && duration.Name == scale);
    }
}
