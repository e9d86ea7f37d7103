using Kelvin.Formulas;
using Kelvin.Formulas.Syntax;
using Kelvin.Interchange.Dbt.Planning;
using Kelvin.Interchange.Sql;

namespace Kelvin.Interchange.Dbt.Referring;

/// <summary>Times in periods and parts of dates, as row formulas.</summary>
internal static class TimeFormulas
{
    private static readonly string[] FineToCoarse =
        ["nanosecond", "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year"];

    /// <summary>The coarser of two of dbt's own grains; a grain of the company's own is taken for the coarser.</summary>
    public static string Coarser(string one, string other) => Rank(one) >= Rank(other) ? one : other;

    /// <summary>The finer of two of dbt's own grains; a grain of the company's own is taken for the coarser.</summary>
    public static string Finer(string one, string other) => Rank(one) <= Rank(other) ? one : other;

    /// <summary>The grain at which dbt shows a time unless another is asked for: its own, and a day when that is finer.</summary>
    public static string DefaultOf(string? granularity) => Coarser(granularity ?? "day", "day");

    /// <summary>A time cut into periods of a grain, or a part of its date; null for a part that we do not have.</summary>
    public static SqlValue? Of(Formula time, ValueKind? kind, string grain, string? part)
    {
        if (part is not null)
            return SqlFunctions.Part(part, new SqlValue(time, kind));
        if (kind == ValueKind.Date && grain == "day")
            return new SqlValue(time, kind);
        return new SqlValue(new Formula.Call("period", [time, new Formula.Name([DefinitionNames.Fit(grain)])]), Rank(grain) < Rank("day") ? ValueKind.Timestamp : ValueKind.Date);
    }

    /// <summary>Whether a grain is the company's own, and none of dbt's.</summary>
    public static bool IsCompanys(string grain) => Rank(grain) == FineToCoarse.Length;

    /// <summary>From the finest to the coarsest.</summary>
    public static Comparer<string> ByLength { get; } = Comparer<string>.Create((one, other) => Rank(one).CompareTo(Rank(other)));

    private static int Rank(string grain) => Array.IndexOf(FineToCoarse, grain) is var rank and >= 0 ? rank : FineToCoarse.Length;
}
