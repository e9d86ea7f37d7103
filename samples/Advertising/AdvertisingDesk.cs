using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;
using Kelvin.Samples.Seasons;
using Kelvin.Samples.Shopping;

namespace Kelvin.Samples.Advertising;

/// <summary>Runs the campaigns of a day in each country, and hands over the leads they bring.</summary>
internal sealed class AdvertisingDesk(CampaignPlan plan, Demand demand, Dice dice)
{
    public IEnumerable<(Campaign Campaign, string Country, int Leads)> Run(DateOnly day, CsvFile file)
    {
        // Advertising follows demand, but less than in proportion.
        var season = Math.Sqrt(demand.Expected(SalesChannel.Web, day) / 45);
        foreach (var campaign in plan.On(day))
        {
            foreach (var (country, share) in CampaignPlan.Countries)
            {
                if (campaign.IsFair && country != "SE")
                    continue;
                var leads = campaign.IsFair ? RunFair(campaign, day, file) : Advertise(campaign, country, day, share * season, file);
                if (leads > 0)
                    yield return (campaign, country, leads);
            }
        }
    }

    private int RunFair(Campaign campaign, DateOnly day, CsvFile file)
    {
        Write(file, day, campaign, "SE", 0, 0, dice.LogNormal(campaign.SpendPerDay, 0.1));
        return dice.Poisson(campaign.LeadRate);
    }

    private int Advertise(Campaign campaign, string country, DateOnly day, double scale, CsvFile file)
    {
        var spend = dice.LogNormal(campaign.SpendPerDay * scale, 0.18);
        var impressions = dice.Poisson(spend / campaign.CostPerThousand * 1000 * dice.Between(0.9, 1.1));
        var clicks = dice.Poisson(impressions * campaign.ClickRate * dice.Between(0.85, 1.15));
        Write(file, day, campaign, country, impressions, clicks, spend);
        return dice.Poisson(clicks * campaign.LeadRate);
    }

    private static void Write(CsvFile file, DateOnly day, Campaign campaign, string country, int impressions, int clicks, double spend) =>
        file.Add(day).Add(campaign.Id).Add(country).Add(impressions).Add(clicks).Add(Math.Round((decimal)spend, 2)).EndRow();
}
