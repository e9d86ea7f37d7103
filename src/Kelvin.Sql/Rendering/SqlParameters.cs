using System.Collections.Immutable;

namespace Kelvin.Sql.Rendering;

/// <summary>The values of a statement, numbered as they come; equal values of one type share a number.</summary>
internal sealed class SqlParameters(SqlDialect dialect)
{
    private readonly ImmutableArray<object>.Builder _values = ImmutableArray.CreateBuilder<object>();
    private readonly Dictionary<object, int> _numbers = [];

    /// <summary>All values, in order of their numbers.</summary>
    public ImmutableArray<object> Values => _values.ToImmutable();

    /// <summary>The parameter that stands for a value.</summary>
    public string For(object value)
    {
        if (value is not (decimal or double or long or string or bool or DateOnly or DateTime))
            throw new ArgumentException($"A value cannot be a {value.GetType()}.", nameof(value));
        if (!_numbers.TryGetValue(value, out var number))
        {
            _values.Add(value);
            _numbers[value] = number = _values.Count;
        }
        return dialect.Parameter(number);
    }
}
