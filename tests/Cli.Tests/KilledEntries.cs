using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Cli.Tests;

/// <summary>A person who enters a number for one day after the other, and submits it, while the process is killed again and again.</summary>
internal sealed class KilledEntries
{
    public const string Definitions = """
        form: visitors
        label: Visitors
        grain: day
        columns: { people: count people }
        since: 2020-01-01
        owner: Eva
        ---
        metric: visitor_sum
        label: Visitors
        formula: sum(visitors.people)
        """;

    /// <summary>As many as a grid shows.</summary>
    private const int MostDays = 60;

    private static readonly DateOnly FirstDay = new(2020, 1, 1);
    private readonly List<Entry> _entered = [];

    /// <summary>How many numbers were acknowledged when they were saved.</summary>
    public int Saved => _entered.Count(entry => entry.WasSaved);

    /// <summary>How many were acknowledged when they were submitted.</summary>
    public int Counting => _entered.Count(entry => entry.Counts);

    /// <summary>A value that was acknowledged is there, and what was submitted counts, once.</summary>
    public async Task CheckAsync(HttpClient client)
    {
        if (_entered.Count == 0)
            return;
        var cells = new Dictionary<DateOnly, JsonElement>();
        foreach (var part in _entered.Chunk(MostDays))
        {
            var grid = await client.GetFromJsonAsync<JsonElement>($"/api/v1/forms/visitors/grid?range={part[0].Day:yyyy-MM-dd}..{part[^1].Day:yyyy-MM-dd}");
            foreach (var period in grid.GetProperty("periods").EnumerateArray())
                cells.Add(
                    DateOnly.ParseExact(period.GetProperty("period").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    period.GetProperty("rows")[0].GetProperty("cells").GetProperty("people"));
        }
        Assert.All(_entered.Where(entry => entry.WasSaved), entry => Assert.Equal(entry.People, cells[entry.Day].GetProperty("value").GetInt32()));
        var counted = (await KillTests.AskAsync(client, new { metrics = new[] { "visitor_sum" }, grain = "day" }))
            .Where(row => row.GetProperty("visitor_sum").ValueKind == JsonValueKind.Number)
            .ToDictionary(row => LocalDay(row.GetProperty("period").GetProperty("start")), row => row.GetProperty("visitor_sum").GetInt32());
        Assert.All(_entered.Where(entry => entry.Counts), entry => Assert.Equal(entry.People, counted.GetValueOrDefault(entry.Day)));
        Assert.Subset(_entered.Where(entry => entry.WasSent).Select(entry => entry.Day).ToHashSet(), counted.Keys.ToHashSet());
    }

    /// <summary>A person enters a value for each day, and submits it.</summary>
    public async Task EnterAsync(HttpClient client, CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            var entry = new Entry(FirstDay.AddDays(_entered.Count), 100 + _entered.Count);
            _entered.Add(entry);
            try
            {
                using var saved = await client.PutAsJsonAsync(
                    "/api/v1/forms/visitors/cells", new { person = "Eva", cells = new[] { new { period = entry.Day, column = "people", value = entry.People, version = 0 } } }, CancellationToken.None);
                Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync(CancellationToken.None));
                entry.WasSaved = true;
                entry.WasSent = true;
                using var submitted = await client.PostAsJsonAsync(
                    $"/api/v1/forms/visitors/periods/{entry.Day:yyyy-MM-dd}/submit", new { person = "Eva" }, CancellationToken.None);
                entry.Counts = submitted.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                break;
            }
        }
    }

    private static DateOnly LocalDay(JsonElement moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment.GetDateTimeOffset(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm")).DateTime);

    /// <summary>A number that was entered.</summary>
    private sealed class Entry(DateOnly day, int people)
    {
        public DateOnly Day { get; } = day;

        public int People { get; } = people;

        public bool WasSaved { get; set; }

        public bool WasSent { get; set; }

        public bool Counts { get; set; }
    }
}
