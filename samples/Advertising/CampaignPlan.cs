using Kelvin.Samples.Files;
using Kelvin.Samples.Seasons;

namespace Kelvin.Samples.Advertising;

/// <summary>Which campaigns run when.</summary>
internal sealed class CampaignPlan
{
    private readonly List<Campaign> _campaigns = [];

    public CampaignPlan(PlantedProblems problems)
    {
        var (from, until) = (problems.HistoryFrom, problems.Today);
        Add("Sök varumärke", "search", from, until, 900, 70, 0.050, 0.0042);
        Add("Sök kategorier", "search", from, until, 2600, 95, 0.031, 0.0040);
        Add("Sociala medier intresse", "social", from, problems.SocialCampaignFrom, 2200, 42, 0.0105, 0.0042);
        // More people are reached and more click, but not those who buy for a company.
        Add("Sociala medier räckvidd", "social", problems.SocialCampaignFrom, until, 2350, 38, 0.0125, 0.0012);
        Add("Nyhetsbrev", "email", from, until, 350, 18, 0.022, 0.0020);
        Add("Partnerlänkar", "affiliate", from, until, 800, 55, 0.016, 0.0026);
        for (var year = from.Year; year <= until.Year; year++)
        {
            AddFair($"Vårmässan {year}", new DateOnly(year, 3, 14));
            AddFair($"Höstmässan {year}", new DateOnly(year, 10, 10));
            var blackFriday = SwedishDays.BlackFriday(year);
            Add($"Black week {year}", "social", blackFriday.AddDays(-6), blackFriday.AddDays(4), 6500, 60, 0.016, 0.0008);
        }

        void AddFair(string name, DateOnly day) => Add(name, "fair", day, day.AddDays(3), 42_000, 0, 0, 18);
    }

    /// <summary>The share of each country in spend and in leads.</summary>
    public static IReadOnlyList<(string Country, double Share)> Countries { get; } = [("SE", 0.58), ("NO", 0.17), ("FI", 0.12), ("DE", 0.13)];

    public IEnumerable<Campaign> On(DateOnly day) => _campaigns.Where(campaign => campaign.RunsOn(day));

    public Campaign? Find(string channel, DateOnly day) =>
        _campaigns.Find(campaign => campaign.Channel == channel && campaign.RunsOn(day));

    public void Write(CsvFile file)
    {
        foreach (var campaign in _campaigns)
            file.Add(campaign.Id).Add(campaign.Name).Add(campaign.Channel).EndRow();
    }

    private void Add(
        string name, string channel, DateOnly from, DateOnly until, double spend, double perThousand, double clickRate, double leadRate) =>
        _campaigns.Add(new Campaign($"K{_campaigns.Count + 1:00}", name, channel, from, until, spend, perThousand, clickRate, leadRate));
}
