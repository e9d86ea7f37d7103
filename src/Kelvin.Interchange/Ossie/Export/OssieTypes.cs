using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Quantities;

namespace Kelvin.Interchange.Ossie.Export;

/// <summary>Types of columns: in Ossie's words, and in ours where those say more.</summary>
internal static class OssieTypes
{
    private const int MoneyDecimals = 4;

    public static string Of(Column column) => column.Type.Kind switch
    {
        ValueKind.Text => "String",
        ValueKind.Boolean => "Boolean",
        ValueKind.Date => "Date",
        ValueKind.Timestamp => "DateTimeTz",
        _ => column.Decimals switch { null => "Float", 0 => "Integer", _ => "Decimal" },
    };

    /// <summary>The type as our definitions write it; null where its unit has no words of its own.</summary>
    public static string? Ours(Column column) => (column.Type.Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Boolean => "boolean",
        ValueKind.Date => "date",
        ValueKind.Timestamp => "timestamp",
        _ => Number(column.Type.Unit, column.Decimals),
    }) is { } words ? words + (column.IsOptional ? "?" : "") : null;

    private static string? Number(Unit unit, int? decimals)
    {
        var exact = decimals is { } digits and > 0 ? FormattableString.Invariant($" with {digits} decimals") : "";
        if (unit == Unit.None)
            return decimals == 0 ? "integer" : "number" + exact;
        if (unit == Unit.Share)
            return "share" + exact;
        return unit.Factors.Values.ToList() is not [{ Power: 1, Atom: var atom }] ? null : atom switch
        {
            UnitAtom.Currency currency => $"money {currency.Symbol}{(decimals == MoneyDecimals ? "" : exact)}",
            UnitAtom.Duration duration => $"duration {duration.Name}s{exact}",
            UnitAtom.Item item => $"count {item.Name}",
            _ => null,
        };
    }
}
