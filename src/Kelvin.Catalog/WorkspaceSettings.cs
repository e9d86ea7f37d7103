using System.Collections.Immutable;
using Kelvin.Calendars.WorkDays;
using Kelvin.Language;

namespace Kelvin.Catalog;

/// <summary>Settings that hold for a whole workspace; written in its <c>kelvin.yaml</c>.</summary>
/// <param name="Name">What the company is called.</param>
/// <param name="Zone">The time zone in which its days begin.</param>
/// <param name="Currency">The currency it thinks in, by ISO 4217 code.</param>
/// <param name="FiscalYearStart">First month of its fiscal year, 1 to 12.</param>
public sealed record WorkspaceSettings(LocalText Name, TimeZoneInfo Zone, string Currency, int FiscalYearStart)
{
    /// <summary>The days on which its people work.</summary>
    public WorkingDays WorkingDays { get; init; } = WorkingDays.Swedish;

    /// <summary>Names of the packs it takes, as written.</summary>
    public ImmutableArray<string> Packs { get; init; } = [];

    /// <summary>The engine that holds its rows. What metrics mean does not depend on it.</summary>
    public WarehouseKind Warehouse { get; init; }

    /// <summary>
    /// Whether connections over HTTP may lead to addresses that only this machine or its own network can reach. Otherwise whoever
    /// writes definitions could ask servers that trust this one.
    /// </summary>
    public bool AllowsPrivateNetworks { get; init; }

    /// <summary>For how many days it keeps what its rows were before; null to keep everything.</summary>
    public int? HistoryDays { get; init; }

    /// <summary>What holds until a workspace says otherwise.</summary>
    public static WorkspaceSettings Default { get; } =
        new(LocalText.Same("Kelvin"), TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), "SEK", 1);
}
