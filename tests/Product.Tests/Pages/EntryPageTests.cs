using Microsoft.Playwright;
using Product.Tests.Site;

namespace Product.Tests.Pages;

/// <summary>Entering numbers in a browser, as people do.</summary>
public sealed class EntryPageTests(Browser browser)
{
    private const string Definitions = """
        form: satisfaction
        label: { sv: Kundnöjdhet, en: Customer satisfaction }
        segments: { channel: { values: { store: { sv: Butik, en: Store }, web: { sv: Webb, en: Web } } } }
        columns:
          asked: { type: count customers, label: { sv: Tillfrågade, en: Asked }, required: true }
          satisfied: { type: count customers, label: { sv: Nöjda, en: Satisfied } }
        rules: [{ holds: satisfied <= asked, message: { sv: Fler nöjda än tillfrågade., en: More satisfied than asked. } }]
        since: 2026-01
        due: 3 working days after
        owner: Karin Berg
        approvers: [Anna Lind]
        ---
        metric: satisfied_share
        label: Satisfied
        grain: month
        formula: sum(satisfaction.satisfied) / sum(satisfaction.asked)
        """;

    private const string January = "/entry/satisfaction?period=2026-01-01";

    [Fact]
    public async Task A_number_is_entered_handed_in_approved_and_shown_on_an_open_page()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var karin = await browser.OpenAsync(site.Address);
        await BeAsync(karin, "Karin Berg");
        await karin.OpenAsync(January);
        foreach (var (field, value) in new[] { ("Store, Asked", "120"), ("Store, Satisfied", "90"), ("Web, Asked", "80"), ("Web, Satisfied", "70") })
            await EnterAsync(karin, field, value);
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for approval" }).ClickAsync();
        await Assertions.Expect(karin.Page.GetByText("waits for approval").First).ToBeVisibleAsync();
        await Assertions.Expect(Field(karin, "Store, Asked")).Not.ToBeEditableAsync();

        await using var open = await browser.OpenAsync(site.Address);
        await open.OpenAsync("/metrics/satisfied_share?range=2026-01");
        await using var anna = await browser.OpenAsync(site.Address);
        await BeAsync(anna, "Anna Lind");
        await anna.OpenAsync("/entry");
        await anna.Page.GetByRole(AriaRole.Link, new() { Name = "Customer satisfaction January 2026" }).ClickAsync();
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(anna.Page.GetByText("approved").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByText("80").First).ToBeVisibleAsync();
        Assert.Empty(karin.Complaints.Concat(anna.Complaints).Concat(open.Complaints));
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_fills_the_cells_in_the_reader_s_own_writing()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address, language: "sv-SE");
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync("/entry/satisfaction?to=2026-03-01");
        var first = Field(window, "Butik, Tillfrågade, februari 2026");
        await first.FocusAsync();
        await first.EvaluateAsync("""
            field => {
              const data = new DataTransfer();
              data.setData('text/plain', '1 200\t1\u00A0300\r\n900\tmånga\r\n');
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(Field(window, "Butik, Tillfrågade, mars 2026")).ToHaveValueAsync("1300");
        await Assertions.Expect(first).ToHaveValueAsync("1200");
        await Assertions.Expect(Field(window, "Butik, Nöjda, februari 2026")).ToHaveValueAsync("900");
        await Assertions.Expect(window.Page.GetByText("”många” är inget tal.")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("1 inte sparade")).ToBeVisibleAsync();
        await window.Page.ReloadAsync();
        await Assertions.Expect(Field(window, "Butik, Tillfrågade, mars 2026")).ToHaveValueAsync("1300");
    }

    [Fact]
    public async Task A_broken_rule_is_told_while_typing_and_what_is_missing_when_handing_in()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync(January);
        await EnterAsync(window, "Store, Asked", "100");
        await Field(window, "Store, Satisfied").PressSequentiallyAsync("120");
        await Assertions.Expect(window.Page.GetByText("More satisfied than asked.")).ToBeVisibleAsync();
        await EnterAsync(window, "Store, Satisfied", "90");
        await Assertions.Expect(window.Page.GetByText("More satisfied than asked.")).ToBeHiddenAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for approval" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByText("It is not handed in yet")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.GetByText("A value is needed here.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Of_two_browsers_on_one_cell_the_second_is_told_and_chooses()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var karin = await browser.OpenAsync(site.Address);
        await using var olle = await browser.OpenAsync(site.Address);
        await BeAsync(karin, "Karin Berg");
        await BeAsync(olle, "Olle Ek");
        await karin.OpenAsync(January);
        await olle.OpenAsync(January);
        await EnterAsync(karin, "Store, Asked", "412");
        await EnterAsync(olle, "Store, Asked", "400", isSaved: false);
        await Assertions.Expect(olle.Page.GetByText("Karin Berg has entered 412 meanwhile.")).ToBeVisibleAsync();
        await Assertions.Expect(Field(olle, "Store, Asked")).ToHaveValueAsync("400");
        await olle.Page.GetByRole(AriaRole.Button, new() { Name = "Write 400" }).ClickAsync();
        await Assertions.Expect(olle.Page.GetByText("Saved as a draft")).ToBeVisibleAsync();
        await EnterAsync(karin, "Store, Asked", "413", isSaved: false);
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "Keep 400" }).ClickAsync();
        await Assertions.Expect(Field(karin, "Store, Asked")).ToHaveValueAsync("400");
        await karin.Page.GetByRole(AriaRole.Button, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(karin.Page.Locator(".entry-story li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_choice_between_two_values_stays_while_other_cells_of_the_row_are_saved()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var karin = await browser.OpenAsync(site.Address);
        await using var olle = await browser.OpenAsync(site.Address);
        await BeAsync(karin, "Karin Berg");
        await BeAsync(olle, "Olle Ek");
        await karin.OpenAsync(January);
        await olle.OpenAsync(January);
        await EnterAsync(karin, "Store, Asked", "412");
        await EnterAsync(olle, "Store, Asked", "400", isSaved: false);
        await Assertions.Expect(olle.Page.GetByRole(AriaRole.Button, new() { Name = "Write 400" })).ToBeVisibleAsync();
        await EnterAsync(olle, "Store, Satisfied", "90");
        await olle.Page.GetByRole(AriaRole.Button, new() { Name = "Write 400" }).ClickAsync();
        await Assertions.Expect(Field(olle, "Store, Asked")).ToHaveAttributeAsync("data-saved", "400");
    }

    [Fact]
    public async Task A_cell_that_is_changed_while_it_is_being_saved_is_not_overtaken_by_itself()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync(January);
        var release = await HoldSavesAsync(window);
        await EnterAsync(window, "Store, Asked", "120", isSaved: false);
        await EnterAsync(window, "Store, Asked", "121", isSaved: false);
        release();
        await Assertions.Expect(Field(window, "Store, Asked")).ToHaveAttributeAsync("data-saved", "121");
        await Assertions.Expect(window.Page.GetByText("meanwhile")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_just_before_is_handed_in_too()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync(January);
        await EnterAsync(window, "Store, Asked", "120");
        var release = await HoldSavesAsync(window);
        await Field(window, "Web, Asked").FillAsync("80");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in for approval" }).ClickAsync();
        release();
        await Assertions.Expect(window.Page.GetByText("waits for approval").First).ToBeVisibleAsync();
        await Assertions.Expect(Field(window, "Web, Asked")).ToHaveValueAsync("80");
    }

    [Fact]
    public async Task A_form_that_says_nothing_known_hands_nothing_in()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync(January);
        var status = await window.Page.EvaluateAsync<int>("""
            async () => {
              const form = document.querySelector('form.decision');
              const body = new FormData(form);
              body.set('verb', 'sign');
              return (await fetch(form.action, { method: 'POST', body })).status;
            }
            """);
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Arrows_and_enter_go_from_cell_to_cell()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var window = await browser.OpenAsync(site.Address);
        await BeAsync(window, "Karin Berg");
        await window.OpenAsync("/entry/satisfaction?to=2026-03-01");
        await Field(window, "Store, Asked, February 2026").FocusAsync();
        await window.Page.Keyboard.TypeAsync("12");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Field(window, "Store, Satisfied, February 2026")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Field(window, "Store, Satisfied, March 2026")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Field(window, "Store, Asked, March 2026")).ToBeFocusedAsync();
        await Assertions.Expect(Field(window, "Store, Asked, February 2026")).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task A_single_number_is_entered_on_a_phone_without_scrolling_sideways()
    {
        await using var site = await SmallSite.StartAsync(Definitions);
        await using var phone = await browser.OpenAsync(site.Address, width: 390);
        await BeAsync(phone, "Karin Berg");
        await phone.OpenAsync(January);
        await EnterAsync(phone, "Web, Asked", "80");
        Assert.True(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private static ILocator Field(Window window, string label) => window.Page.GetByLabel(label, new() { Exact = label.Contains("20", StringComparison.Ordinal) });

    private static async Task EnterAsync(Window window, string label, string value, bool isSaved = true)
    {
        var field = Field(window, label);
        await field.FillAsync(value);
        await field.BlurAsync();
        if (isSaved)
            await Assertions.Expect(field).ToHaveAttributeAsync("data-saved", value);
    }

    /// <summary>Values reach the server only once they are let through.</summary>
    private static async Task<Action> HoldSavesAsync(Window window)
    {
        var through = new TaskCompletionSource();
        await window.Page.RouteAsync("**/cells", async route =>
        {
            if (route.Request.PostData?.Contains("\"trial\":false", StringComparison.Ordinal) == true)
                await through.Task;
            await route.ContinueAsync();
        });
        return through.SetResult;
    }

    private static async Task BeAsync(Window window, string person)
    {
        await window.OpenAsync("/entry");
        await window.Page.GetByRole(AriaRole.Textbox).First.FillAsync(person);
        await window.Page.Locator(".person-form button").ClickAsync();
        await Assertions.Expect(window.Page.Locator("#person")).ToHaveValueAsync(person);
    }
}
