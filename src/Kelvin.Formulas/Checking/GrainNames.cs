using Kelvin.Calendars;

namespace Kelvin.Formulas.Checking;

/// <summary>The kinds of period that a formula may name.</summary>
internal static class GrainNames
{
    /// <summary>The standard ones, the longest first, then those of the workspace's calendars.</summary>
    public static IEnumerable<string> Of(IFormulaScope scope) =>
        Grain.Standard.Reverse().Select(grain => grain.Name).Concat(scope.CalendarGrains);

    /// <summary>The kind of period of this name, in the singular or plural; or null.</summary>
    public static Grain? Find(string word, IFormulaScope scope)
    {
        var single = word.ToLowerInvariant();
        var name = Of(scope).FirstOrDefault(name => name == word || name == single || name + "s" == single);
        return name is null ? null : Grain.Named(name);
    }
}
