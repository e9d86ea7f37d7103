using System.Globalization;
using Kelvin.Catalog.Connections;

namespace Kelvin.Catalog.Checking;

/// <summary>Fingerprint of everything in a catalog that people or answers see, places in files apart.</summary>
internal static class CatalogVersion
{
    public static string Of(MetricCatalog catalog)
    {
        var print = new Fingerprint();
        var settings = catalog.Settings;
        print.Add(settings.Name).Add(settings.Zone.Id).Add(settings.Currency)
            .Add(settings.FiscalYearStart.ToString(CultureInfo.InvariantCulture)).Add(settings.WorkingDays.ToString()).Add(settings.Packs)
            .Add(settings.Warehouse.ToString()).Add(settings.AllowsPrivateNetworks).Add(settings.HistoryDays?.ToString(CultureInfo.InvariantCulture));
        foreach (var calendar in catalog.Calendars.Values)
            print.Add(calendar.Calendar.Label).Add(CalendarText.Of(calendar));
        foreach (var pack in catalog.Packs.Values)
            print.Add(pack.Name).Add(pack.Label).Add(pack.Description).Add(pack.Requires);
        foreach (var connection in catalog.Connections.Values)
            print.Add(connection.Name).Add(connection.Label).Add(connection.Target.ToString());
        foreach (var dataset in catalog.Datasets.Values)
            Add(print, dataset);
        foreach (var metric in catalog.Metrics.Values)
            Add(print, metric);
        foreach (var form in catalog.Forms.Values)
            FormVersion.Add(print, form);
        foreach (var test in catalog.Tests)
            Add(print, test);
        return print.ToString();
    }

    private static void Add(Fingerprint print, Dataset dataset)
    {
        print.Add(dataset.Name).Add(dataset.Label).Add(dataset.Key).Add(dataset.Time).Add(dataset.Balance?.ToString()).Add(dataset.Rates?.ToString()).Add(dataset.Pack)
            .Add(dataset.Validity?.ToString()).Add(dataset.Links.Select(link => link.ToString()));
        if (dataset.Source is DatasetSource.Files { Format: var format })
            print.Add(format.File).Add(format.Separator?.ToString()).Add(format.DecimalMark?.ToString()).Add(format.Encoding)
                .Add(format.HasHeader?.ToString(CultureInfo.InvariantCulture)).Add(format.Dates).Add(format.Timestamps)
                .Add(format.Zone).Add(format.Missing).Add(format.Names.Select(name => $"{name.Key}={name.Value}"))
                .Add(format.Entry).Add(format.Sheet).Add(format.Quote?.ToString()).Add(format.HeaderLine?.ToString(CultureInfo.InvariantCulture)).Add(format.Footers);
        else if (dataset.Source is DatasetSource.Query query)
            print.Add(query.Sql);
        print.Add(dataset.Feed?.Identity).Add(Text(dataset.Feed?.Schedule));
        print.Add(dataset.Expects.Owner).Add(dataset.Expects.Fresh is { } fresh ? $"{Text(fresh.Due)} {fresh.Grace} {fresh.Newest}" : null);
        foreach (var check in dataset.Expects.Checks)
            print.Add(check.Name).Add(check.Subject.Written).Add(check.Otherwise.ToString()).Add(check.Label).Add(check.Why).Add(check.Owner);
        foreach (var column in dataset.Columns)
            print.Add(column.Name).Add(column.Label).Add(column.Type.Kind.ToString()).Add(column.Type.Unit.ToString())
                .Add(column.Decimals?.ToString(CultureInfo.InvariantCulture)).Add(column.IsOptional).Add(column.LinksTo)
                .Add(column.Formula).Add(column.OverriddenBy?.ToString());
    }

    private static void Add(Fingerprint print, Metric metric) =>
        print.Add(metric.Name).Add(metric.Version).Add(metric.Formula).Add(metric.Where).Add(metric.Label).Add(metric.Question).Add(metric.Description)
            .Add(metric.Department).Add(metric.Kind.ToString()).Add(metric.Better.ToString()).Add(metric.Grain.Name)
            .Add(metric.Drives).Add(metric.Owner).Add(metric.Tags).Add(metric.Pack);

    private static void Add(Fingerprint print, MetricTest test)
    {
        var query = test.Query;
        print.Add(test.Name).Add(query.Metrics).Add(query.Grain?.Name).Add(query.FurtherGrains.Select(grain => grain.Name)).Add(query.Time)
            .Add(query.Range).Add(query.By).Add(query.Where)
            .Add(query.Compare).Add(query.Fill).Add(query.Top).Add(query.Shares).Add(query.Ranks).Add(query.Unlinked).Add(query.Zone).Add(query.Order).Add(query.Limit?.ToString(CultureInfo.InvariantCulture))
            .Add(test.ExpectedIssues).Add(Text(test.Now?.UtcDateTime)).Add(test.Rights.Select(right => $"{right.Key}={right.Value}"));
        foreach (var table in test.Tables)
            print.Add(table.Dataset).Add(table.Columns).Add(table.Rows.SelectMany(row => row.Select(Text)));
        foreach (var row in test.Expected)
            print.Add(row.Select(cell => $"{cell.Key}={Text(cell.Value)}"));
    }

    private static string? Text(SyncSchedule? schedule) => schedule is SyncSchedule.At at ? string.Join(", ", at.Times) : schedule?.ToString();

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
