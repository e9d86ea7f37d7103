namespace Cli.Tests;

/// <summary>Who owes which numbers, from the terminal.</summary>
public sealed class EntriesTests
{
    private const string Form = """
        form: head_count
        label: { sv: Antal anställda, en: Head count }
        since: 2026-01
        segments: { team: [shop, stock] }
        columns: { people: count people }
        due: 3 working days after
        owner: Karin Berg
        owners: { Olle Ek: { team: stock } }
        """;

    [Fact]
    public async Task What_is_owed_is_listed_with_what_is_overdue_first()
    {
        using var shop = new ShopFolder();
        shop.Write("forms.yaml", Form);
        var lines = (await shop.RunAsync("entries", "--person", "Karin Berg")).Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines[2..], line => Assert.Contains("Karin Berg", line, StringComparison.Ordinal));
        Assert.Contains("January 2026", lines[2], StringComparison.Ordinal);
        Assert.Contains("late", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("late", lines[^1], StringComparison.Ordinal);
        Assert.Contains("inte påbörjat", (await shop.RunAsync("entries", "--language", "sv", "--overdue")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_without_forms_says_so()
    {
        using var shop = new ShopFolder();
        Assert.Contains("This workspace has no forms.", (await shop.RunAsync("entries")).Notes, StringComparison.Ordinal);
    }
}
