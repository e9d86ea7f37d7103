namespace Kelvin.Compiler.Frames;

/// <summary>Numbers in the making: all exact (decimal) or all binary (double), some missing.</summary>
internal sealed class NumberColumn
{
    private readonly decimal[]? _exact;
    private readonly double[]? _binary;
    private readonly bool[] _missing;

    private NumberColumn(decimal[]? exact, double[]? binary, bool[] missing) =>
        (_exact, _binary, _missing) = (exact, binary, missing);

    private int Count => _missing.Length;

    /// <summary>The numbers of a frame's column.</summary>
    public static NumberColumn From(FrameColumn column)
    {
        var missing = Filled(column.Count, row => !column.IsKnown(row));
        return column switch
        {
            FrameColumn<decimal> exact => new(Filled(column.Count, exact.Value), null, missing),
            FrameColumn<double> binary => new(null, Filled(column.Count, binary.Value), missing),
            _ => throw new InvalidOperationException($"Column '{column.Name}' holds no numbers."),
        };
    }

    /// <summary>The same number in each row.</summary>
    public static NumberColumn Constant(decimal value, int count) => new(Filled(count, _ => value), null, new bool[count]);

    /// <summary>Nothing in any row.</summary>
    public static NumberColumn Missing(int count) => new(new decimal[count], null, Filled(count, _ => true));

    /// <summary>As a column of a frame.</summary>
    public FrameColumn ToColumn(string name) =>
        _exact is not null ? new FrameColumn<decimal>(name, _exact, _missing) : new FrameColumn<double>(name, _binary!, _missing);

    /// <summary>Each known number changed.</summary>
    public NumberColumn Map(Func<decimal, decimal> exact, Func<double, double> binary) =>
        With(this, (value, _) => exact(value), (value, _) => binary(value));

    /// <summary>Both numbers of a row put together; missing where either is.</summary>
    public NumberColumn With(NumberColumn other, Func<decimal, decimal, decimal> exact, Func<double, double, double> binary)
    {
        var missing = Filled(Count, row => _missing[row] || other._missing[row]);
        if (_exact is not null && other._exact is not null)
        {
            try
            {
                return new(Known(missing, row => exact(_exact[row], other._exact[row])), null, missing);
            }
            catch (OverflowException)
            {
                // Falls through to floating point: a rounded number serves better than none.
            }
        }
        var (left, right) = (Binary(), other.Binary());
        return Finite(Known(missing, row => binary(left[row], right[row])), missing);
    }

    /// <summary>The quotient in binary floating point; missing where the divisor is zero.</summary>
    public NumberColumn DividedBy(NumberColumn divisor)
    {
        var (left, right) = (Binary(), divisor.Binary());
        var missing = Filled(Count, row => _missing[row] || divisor._missing[row] || right[row] == 0);
        return Finite(Known(missing, row => left[row] / right[row]), missing);
    }

    /// <summary>1 where the order of both numbers fits, 0 where not, missing where either is.</summary>
    public NumberColumn Compare(NumberColumn other, Func<int, bool> holds)
    {
        var missing = Filled(Count, row => _missing[row] || other._missing[row]);
        var (left, right) = (Binary(), other.Binary());
        return new(Known(missing, row => holds(_exact is not null && other._exact is not null
            ? _exact[row].CompareTo(other._exact[row])
            : left[row].CompareTo(right[row])) ? 1m : 0m), null, missing);
    }

    /// <summary>Three-valued logic: the absorbing value decides even where the other side is missing.</summary>
    public NumberColumn Logic(NumberColumn other, decimal absorbing)
    {
        bool Decides(NumberColumn column, int row) => !column._missing[row] && column._exact![row] == absorbing;
        var decided = Filled(Count, row => Decides(this, row) || Decides(other, row));
        var missing = Filled(Count, row => !decided[row] && (_missing[row] || other._missing[row]));
        return new(Filled(Count, row => decided[row] ? absorbing : 1 - absorbing), null, missing);
    }

    /// <summary>1 where the number is there, else 0.</summary>
    public NumberColumn Known() => new(Filled(Count, row => _missing[row] ? 0m : 1m), null, new bool[Count]);

    /// <summary>Missing where the number is such.</summary>
    public NumberColumn MissingWhere(Func<double, bool> such)
    {
        var values = Binary();
        return new(_exact, _binary, Filled(Count, row => _missing[row] || such(values[row])));
    }

    /// <summary>Missing in these rows.</summary>
    public NumberColumn MissingIn(Func<int, bool> such) => new(_exact, _binary, Filled(Count, row => _missing[row] || such(row)));

    /// <summary>These numbers where the condition is 1, else the others.</summary>
    public NumberColumn Where(NumberColumn condition, NumberColumn otherwise)
    {
        var chosen = Filled(Count, row => !condition._missing[row] && condition._exact![row] == 1);
        return Mix([otherwise, this], row => chosen[row] ? 1 : 0);
    }

    /// <summary>Of the known numbers of a row the first that no later one beats; missing where none is known.</summary>
    public static NumberColumn Pick(NumberColumn[] columns, Func<double, double, bool> beats)
    {
        var values = columns.Select(column => column.Binary()).ToArray();
        return Mix(columns, row =>
        {
            var best = -1;
            for (var index = 0; index < columns.Length; index++)
                if (!columns[index]._missing[row] && (best < 0 || beats(values[index][row], values[best][row])))
                    best = index;
            return Math.Max(best, 0);
        });
    }

    private static NumberColumn Mix(NumberColumn[] columns, Func<int, int> choose)
    {
        var count = columns[0].Count;
        var choice = Filled(count, choose);
        var missing = Filled(count, row => columns[choice[row]]._missing[row]);
        if (columns.All(column => column._exact is not null))
            return new(Filled(count, row => columns[choice[row]]._exact![row]), null, missing);
        var values = Array.ConvertAll(columns, column => column.Binary());
        return new(null, Filled(count, row => values[choice[row]][row]), missing);
    }

    private static T[] Known<T>(bool[] missing, Func<int, T> value)
        where T : struct =>
        Filled(missing.Length, row => missing[row] ? default : value(row));

    private static T[] Filled<T>(int count, Func<int, T> value)
    {
        var values = new T[count];
        for (var row = 0; row < count; row++)
            values[row] = value(row);
        return values;
    }

    /// <summary>A result beyond all bounds is missing, never infinite.</summary>
    private static NumberColumn Finite(double[] values, bool[] missing) =>
        new(null, values, Filled(values.Length, row => missing[row] || !double.IsFinite(values[row])));

    private double[] Binary() => _binary ?? Filled(Count, row => (double)_exact![row]);
}
