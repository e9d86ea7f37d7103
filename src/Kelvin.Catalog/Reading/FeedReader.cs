using Kelvin.Catalog.Connections;

namespace Kelvin.Catalog.Reading;

/// <summary>Reads the part of a dataset's <c>source:</c> that speaks of a connection. How files are written stands beside it.</summary>
internal static class FeedReader
{
    private static readonly string[] Selections = ["table", "query", "path"];

    /// <summary>The fields that a source with a connection takes besides those of files.</summary>
    public static readonly string[] Keys = ["connection", .. Selections, "items", "pages", "series", .. ScheduleReader.Keys, "cursor", "mode"];

    private static readonly Vocabulary<FeedMode?> Modes = new(
        ("replace", FeedMode.Replace), ("append", FeedMode.Append), ("upsert", FeedMode.Upsert));

    public static FeedDraft? Read(Fields fields, IssueList issues)
    {
        if (fields.Text("connection") is not { } connection)
            return null;
        var selected = Selections.Where(fields.Has).ToList();
        if (selected.Count != 1)
            issues.Add(fields.PlaceOf(selected.ElementAtOrDefault(1) ?? "connection"), "catalog.feed-what");
        FeedSelection? selection = selected.FirstOrDefault() switch
        {
            "table" => Table(fields, issues),
            "query" => Query(fields, issues),
            "path" => Path(fields, issues),
            _ => null,
        };
        return new FeedDraft(connection, fields.PlaceOf(selected.FirstOrDefault() ?? "connection")!, selection, fields.Word("mode", null, Modes))
        {
            Cursor = fields.Text("cursor"),
            Schedule = ScheduleReader.Read(fields, issues),
            Series = fields.List("series"),
            Items = fields.Text("items"),
            Pages = WebPagesReader.Read(fields.Group("pages"), issues),
            PagesPlace = fields.PlaceOf("pages"),
        };
    }

    private static FeedSelection.Table? Table(Fields fields, IssueList issues)
    {
        if (fields.Text("table") is not { } table)
            return null;
        var parts = table.Text.Split('.');
        if (parts.Length <= 2 && parts.All(part => part.Trim().Length > 0 && !part.Any(char.IsControl)))
            return new FeedSelection.Table(parts.Length == 2 ? parts[0].Trim() : null, parts[^1].Trim());
        issues.Add(table.Place, "catalog.table", ("value", table.Text));
        return null;
    }

    private static FeedSelection.Query? Query(Fields fields, IssueList issues)
    {
        if (fields.Text("query") is not { } query)
            return null;
        if (SingleSelect.Of(query.Text) is { } sql)
            return new FeedSelection.Query(sql);
        issues.Add(query.Place, "catalog.feed-select");
        return null;
    }

    /// <summary>Without knowing the connection, a path may be one of files or an address; which, the check says.</summary>
    private static FeedSelection.Files? Path(Fields fields, IssueList issues)
    {
        if (fields.Text("path") is not { } path)
            return null;
        if (!path.Text.Split('/', '\\', '?')[..^1].Contains("..") && !path.Text.Contains("://", StringComparison.Ordinal) && !path.Text.Any(char.IsControl))
            return new FeedSelection.Files(path.Text);
        issues.Add(path.Place, "catalog.feed-path", ("value", path.Text));
        return null;
    }
}
