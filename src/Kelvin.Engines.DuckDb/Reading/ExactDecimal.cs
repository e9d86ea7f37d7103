using System.Buffers.Binary;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Reading;

/// <summary>Reads the engine's 128-bit decimals as ours, which hold 96 bits and at most 28 decimals.</summary>
internal static class ExactDecimal
{
    private static readonly UInt128 Limit = UInt128.One << 96;

    /// <exception cref="WarehouseException">The number has more digits than can be kept exactly.</exception>
    public static decimal From(ReadOnlySpan<byte> littleEndian, int scale)
    {
        var value = BinaryPrimitives.ReadInt128LittleEndian(littleEndian);
        var magnitude = (UInt128)Int128.Abs(value);
        while (scale > 0 && (magnitude >= Limit || scale > 28) && magnitude % 10 == 0)
        {
            magnitude /= 10;
            scale--;
        }
        if (magnitude >= Limit || scale > 28)
            throw new WarehouseException($"The number {value} (with {scale} decimals) has more digits than can be kept exactly.");
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), value < 0, (byte)scale);
    }
}
