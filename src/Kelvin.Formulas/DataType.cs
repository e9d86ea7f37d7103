using Kelvin.Quantities;

namespace Kelvin.Formulas;

/// <summary>The type of a value: its kind and, for numbers, its unit. Other kinds carry <see cref="Unit.None"/>.</summary>
public readonly record struct DataType(ValueKind Kind, Unit Unit)
{
    /// <summary>Text.</summary>
    public static DataType Text { get; } = new(ValueKind.Text, Unit.None);

    /// <summary>True or false.</summary>
    public static DataType Boolean { get; } = new(ValueKind.Boolean, Unit.None);

    /// <summary>A day.</summary>
    public static DataType Date { get; } = new(ValueKind.Date, Unit.None);

    /// <summary>An instant.</summary>
    public static DataType Timestamp { get; } = new(ValueKind.Timestamp, Unit.None);

    /// <summary>A number in a unit.</summary>
    public static DataType Number(Unit unit) => new(ValueKind.Number, unit);
}
