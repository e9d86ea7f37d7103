using System.Collections.Immutable;
using CsCheck;

namespace Cases.Tests.Together;

/// <summary>A row that can be an event, a state or a stay: every dataset of <see cref="StayStore"/> has its columns.</summary>
internal sealed record Stay(string Id, DateTime At, DateTime? Until, string? User, string? Kind, string? Place, decimal? Amount, bool? Flag)
{
    private static readonly DateTime From = new(2025, 2, 20, 0, 0, 0, DateTimeKind.Utc);

    // Moments at quarters of an hour, so that some are equal; some end where they start, and some before.
    private static readonly Gen<Stay> Any = Gen.Select(
        Gen.Int[0, 60 * 24 * 4],
        Gen.OneOf(Gen.Const(0), Gen.Int[-4, 30 * 24 * 4], Gen.Int[0, 3 * 24 * 4]).Select(Gen.Int[0, 3]),
        Gen.Select(One("u1", "u2", "u3", "u4"), One("a", "b"), One("p1", "p2", "gone")),
        Gen.Int[-40, 400], Gen.Int[0, 2],
        (at, length, texts, amount, flag) => new Stay(
            "", From.AddMinutes(15 * at), length.Item2 == 0 ? null : From.AddMinutes(15 * (at + length.Item1)),
            texts.Item1, texts.Item2, texts.Item3, amount % 7 == 0 ? null : amount / 4m, flag switch { 0 => null, 1 => true, _ => false }));

    /// <summary>A random table, the same for the same numbers.</summary>
    public static ImmutableArray<Stay> Draw(int number, int table, int most) =>
    [
        .. Any.List[0, most].Generate(new PCG((uint)table, (ulong)number), null, out _)
            .Select((stay, at) => stay with { Id = FormattableString.Invariant($"{table}-{at:000}") }),
    ];

    private static Gen<string?> One(params string[] values) =>
        Gen.Int[0, values.Length * 2].Select(at => at == values.Length * 2 ? null : values[at / 2]);
}
