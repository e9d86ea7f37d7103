using System.Text.RegularExpressions;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.DuckDb.Connections;

/// <summary>Says in plain words why a database could not be opened.</summary>
internal static partial class OpeningFailure
{
    public static WarehouseException Explain(Exception failure, string folder)
    {
        var holder = Holder().Match(failure.Message);
        var issue = holder.Success
            ? Issue.At(null, "engine.held", ("folder", folder), ("program", Path.GetFileName(holder.Groups["program"].Value)), ("process", holder.Groups["process"].Value))
            : Issue.At(null, "engine.cannot-open", ("folder", folder), ("reason", failure.Message));
        return new WarehouseException(issue, failure);
    }

    [GeneratedRegex(@"Conflicting lock is held in (?<program>.+?) \(PID (?<process>\d+)\)")]
    private static partial Regex Holder();
}
