using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Loading;

/// <summary>The zone of instants written without one: the file's own where its format names one, else the request's.</summary>
public static class ZoneChoice
{
    public static Checked<TimeZoneInfo> Of(LoadRequest request) =>
        request.Format.Zone is not { } name ? Checked<TimeZoneInfo>.Sound(request.Zone)
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? Checked<TimeZoneInfo>.Sound(zone)
        : Checked<TimeZoneInfo>.Faulty(Issue.At(null, "import.unknown-zone", ("zone", name)));
}
