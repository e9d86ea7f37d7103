using Kelvin.Language;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the name of a time zone, as the IANA database has it.</summary>
internal static class ZoneText
{
    public static TimeZoneInfo? Read(Fields fields, string key, IssueList issues)
    {
        if (fields.Text(key) is not { } scalar)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Text, out var zone) && zone.HasIanaId)
            return zone;
        issues.Add(scalar.Place, "catalog.zone", ("value", scalar.Text), ("nearest", Nearest(scalar.Text)));
        return null;
    }

    private static string? Nearest(string written) =>
        written.Length > 60 ? null : NearestName.Of(written, TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id));
}
