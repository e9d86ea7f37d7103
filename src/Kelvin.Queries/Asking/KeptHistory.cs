using System.Globalization;
using Kelvin.Compiler.Binding;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Asking;

/// <summary>A question about what was known before the history that is kept has no answer, rather than a wrong one.</summary>
internal static class KeptHistory
{
    /// <summary>The question, or the issues of the datasets whose history does not reach back to the moment.</summary>
    public static Checked<BoundQuery> Require(BoundQuery query, IReadOnlyDictionary<string, DatasetState> states, KnownMoment? known)
    {
        var issues = known is null ? [] : DatasetsReadBy.Question(query).Select(states.GetValueOrDefault)
            .Where(state => state?.KeptFrom > known.At)
            .Select(state => Issue.At(null, "query.known-before-history", ("dataset", state!.Dataset), ("from", From(state.KeptFrom!.Value, query)))).ToList();
        return issues.Count > 0 ? Checked<BoundQuery>.Faulty([.. issues]) : Checked<BoundQuery>.Sound(query);
    }

    private static string From(DateTimeOffset moment, BoundQuery query) =>
        TimeZoneInfo.ConvertTime(moment, query.Calendar.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
