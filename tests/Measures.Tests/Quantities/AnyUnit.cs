using CsCheck;
using Kelvin.Quantities;

namespace Measures.Tests.Quantities;

internal static class AnyUnit
{
    private static readonly Gen<Unit> Atom = Gen.OneOf(
        Unit.Currency("SEK"), Unit.Currency("EUR"), Unit.Hour, Unit.Day, Unit.Second, Unit.Item("customers"), Unit.Item("orders"),
        Unit.Item("days"), Unit.Item("count"), Unit.Item("odd name"), Unit.Item("kunder"),
        Unit.Item("sek"), Unit.Item("pens"), Unit.Item("mins"), Unit.Item("USD"), Unit.Item("a \"b\""));

    public static Gen<Unit> Value { get; } = Gen.OneOf(
        Gen.OneOf(Unit.None, Unit.Share, Unit.SharePoints),
        Gen.Select(Atom, Gen.Int[-3, 3]).Select((atom, power) => atom.Power(power)).Array[1, 4]
            .Select(factors => factors.Aggregate(Unit.None, (product, factor) => product * factor)));
}
