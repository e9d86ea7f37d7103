using CsCheck;

namespace Entries.Tests;

/// <summary>Any of a few values.</summary>
internal static class AnyOf
{
    public static Gen<T> These<T>(params T[] values) => Gen.OneOf([.. values.Select(value => Gen.Const(value))]);
}
