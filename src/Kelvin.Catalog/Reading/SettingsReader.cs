using System.Globalization;
using Kelvin.Catalog.Yaml;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the settings, a <c>workspace:</c> document. What is wrong in them falls back to the default, with an issue.</summary>
internal static class SettingsReader
{
    private static readonly string[] Keys = ["workspace", "zone", "currency", "fiscal_year_start", "working_days", "packs", "warehouse", "history", "allow_private_networks"];

    private static readonly Vocabulary<WarehouseKind> Warehouses = new(("duckdb", WarehouseKind.DuckDb), ("postgres", WarehouseKind.Postgres));

    public static SettingsDraft Read(YamlNode.Mapping document, YamlEntry head, IssueList issues)
    {
        var before = issues.Errors;
        var fields = new Fields(document, Keys, issues);
        var otherwise = WorkspaceSettings.Default;
        var packs = fields.List("packs");
        var settings = new WorkspaceSettings(
            fields.Local("workspace") ?? otherwise.Name,
            ZoneText.Read(fields, "zone", issues) ?? otherwise.Zone,
            Currency(fields, issues) ?? otherwise.Currency,
            fields.Whole("fiscal_year_start", 1, 12) ?? otherwise.FiscalYearStart)
        {
            WorkingDays = WorkingDaysReader.Read(fields, issues) ?? otherwise.WorkingDays,
            Packs = [.. packs.Select(pack => pack.Text).Distinct()],
            Warehouse = fields.Word("warehouse", otherwise.Warehouse, Warehouses),
            AllowsPrivateNetworks = fields.Truth("allow_private_networks") ?? false,
            HistoryDays = HistoryDays(fields, issues),
        };
        return new(head.Key.Place, issues.Errors > before, settings, packs);
    }

    /// <summary>A hundred years: more is everything.</summary>
    private const int MostHistoryDays = 36_500;

    private static int? HistoryDays(Fields fields, IssueList issues)
    {
        if (fields.Text("history") is not { } scalar)
            return null;
        if (scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, "day" or "days"]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostHistoryDays)
            return days;
        issues.Add(scalar.Place, "catalog.history", ("value", scalar.Text), ("most", MostHistoryDays));
        return null;
    }

    private static string? Currency(Fields fields, IssueList issues)
    {
        if (fields.Text("currency") is not { } scalar)
            return null;
        if (Quantities.Currency.Find(scalar.Text) is not null)
            return scalar.Text;
        issues.Add(scalar.Place, "catalog.currency", ("value", scalar.Text),
            ("nearest", CurrencyCode.Nearest(scalar.Text)));
        return null;
    }
}
