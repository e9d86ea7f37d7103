using System.Net;
using System.Text.Json;
using Product.Tests.Site;

namespace Product.Tests.Api;

public sealed class EntryApiTests
{
    private const string Definitions = """
        form: satisfaction
        label: { sv: Kundnöjdhet, en: Customer satisfaction }
        segments: { channel: [store, web] }
        columns:
          asked: { type: count customers, required: true }
          satisfied: { type: count customers }
        rules: [{ holds: satisfied <= asked }]
        since: 2026-01
        due: 3 working days after
        owner: Karin Berg
        approvers: [Anna Lind]
        ---
        metric: satisfied_share
        formula: sum(satisfaction.satisfied) / sum(satisfaction.asked)
        """;

    private static readonly object Web = new { channel = "web" }, Store = new { channel = "store" };

    [Fact]
    public async Task Numbers_go_from_a_cell_to_a_metric_through_the_api()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        var saved = await PutAsync(site, new
        {
            person = "Karin Berg",
            cells = new object[]
            {
                new { period = "2026-01-01", row = Web, column = "asked", value = 200 }, new { period = "2026-01-01", row = Web, column = "satisfied", text = "1,50" },
                new { period = "2026-01-01", row = Web, column = "satisfied", value = 150 },
            },
        });
        Assert.Equal(["saved", "refused", "saved"], saved.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("outcome").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(site, "submit", "Karin Berg")).StatusCode);
        await PutAsync(site, new { person = "Karin Berg", cells = new[] { new { period = "2026-01-01", row = Store, column = "asked", value = 0 } } });
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(site, "submit", "Karin Berg")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(site, "approve", "Anna Lind")).StatusCode);
        var answer = await site.Client.PostAsJsonAsync("/api/v1/query", new { metrics = new[] { "satisfied_share" }, range = "2026-01" });
        Assert.Contains("0.75", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var grid = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/forms/satisfaction/grid?range=2026-01");
        Assert.Equal("approved", grid.GetProperty("periods")[0].GetProperty("rows")[1].GetProperty("status").GetString());
        var story = await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/forms/satisfaction/cells/history?period=2026-01-01&column=asked&row=" + Uri.EscapeDataString("""{"channel":"web"}"""));
        Assert.Equal(3, story.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task The_second_of_two_is_told_what_the_first_wrote()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        object Cells(string person, int value) => new { person, cells = new[] { new { period = "2026-01-01", row = Web, column = "asked", value } } };
        await PutAsync(site, Cells("Karin Berg", 200));
        var cell = (await PutAsync(site, Cells("Olle Ek", 210))).GetProperty("cells")[0];
        Assert.Equal(("overtaken", 200m, 1, "Karin Berg"), (cell.GetProperty("outcome").GetString(), cell.GetProperty("value").GetDecimal(), cell.GetProperty("version").GetInt32(), cell.GetProperty("person").GetString()));
        Assert.Equal("Karin Berg has entered 200 meanwhile.", cell.GetProperty("issue").GetProperty("message").GetString());
    }

    [Fact]
    public async Task What_is_owed_is_a_list_and_a_calendar()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        var owed = (await site.Client.GetFromJsonAsync<JsonElement>("/api/v1/entries?person=Karin%20Berg")).GetProperty("entries")[0];
        Assert.Equal(("satisfaction", "2026-01-01", "not_begun"), (owed.GetProperty("form").GetString(), owed.GetProperty("period").GetString(), owed.GetProperty("status").GetString()));
        using var feed = await site.Client.GetAsync("/api/v1/entries/calendar.ics");
        Assert.Equal("text/calendar", feed.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await feed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_followed_is_a_problem_in_words()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/v1/forms/satisfactoin/grid?range=2026")).StatusCode);
        using var nobody = await site.Client.PutAsJsonAsync("/api/v1/forms/satisfaction/cells", new { cells = new[] { new { period = "2026-01-01", row = Web, column = "asked", value = 1 } } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Contains("Say who you are", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_that_say_nothing_are_refused_and_the_others_saved()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        var saved = await PutAsync(site, new
        {
            person = "Karin Berg",
            cells = new object?[] { null, new { period = "2026-01-01", row = Web, column = (string?)null, value = 1 }, new { period = "2026-01-01", row = Web, column = "asked", value = 2 } },
        });
        Assert.Equal(["refused", "refused", "saved"], saved.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_number_with_an_exponent_is_the_same_number()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        using var body = new StringContent("""{"person":"Karin Berg","cells":[{"period":"2026-01-01","row":{"channel":"web"},"column":"asked","value":2e2}]}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await site.Client.PutAsync("/api/v1/forms/satisfaction/cells", body);
        Assert.Equal("200", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("cells")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_name_that_cannot_be_one_lists_nobody_elses_numbers()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        foreach (var address in (string[])["/api/v1/entries?person=", "/api/v1/entries/calendar.ics?person="])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await site.Client.GetAsync(address + new string('a', 101))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/api/v1/entries?days=2000000000")).StatusCode);
    }

    private static async Task<JsonElement> PutAsync(SmallSite site, object body)
    {
        using var response = await site.Client.PutAsJsonAsync("/api/v1/forms/satisfaction/cells", body);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> DecideAsync(SmallSite site, string verb, string person) =>
        site.Client.PostAsJsonAsync($"/api/v1/forms/satisfaction/periods/2026-01-01/{verb}", new { person });
}
