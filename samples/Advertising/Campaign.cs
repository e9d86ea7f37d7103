namespace Kelvin.Samples.Advertising;

/// <summary>A campaign in one marketing channel.</summary>
/// <param name="Id">Its id in every file.</param>
/// <param name="Name">What the marketing department calls it.</param>
/// <param name="Channel">search, social, email, affiliate or fair.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after it.</param>
/// <param name="SpendPerDay">Typical cost of a day in all countries, in SEK.</param>
/// <param name="CostPerThousand">What a thousand impressions cost; zero when nothing is shown on a screen.</param>
/// <param name="ClickRate">Clicks per impression.</param>
/// <param name="LeadRate">Leads per click; for fairs, leads per day.</param>
internal sealed record Campaign(
    string Id, string Name, string Channel, DateOnly From, DateOnly Until,
    double SpendPerDay, double CostPerThousand, double ClickRate, double LeadRate)
{
    public bool IsFair => CostPerThousand == 0;

    public bool RunsOn(DateOnly day) => day >= From && day < Until;
}
