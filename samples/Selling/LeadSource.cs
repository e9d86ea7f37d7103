namespace Kelvin.Samples.Selling;

/// <summary>Where leads come from, and what they are worth.</summary>
/// <param name="Name">As written in the files; for campaigns, their channel.</param>
/// <param name="Qualified">The part that sales finds worth pursuing.</param>
/// <param name="PerWeekday">How many come on a weekday without any campaign.</param>
internal sealed record LeadSource(string Name, double Qualified, double PerWeekday)
{
    public static IReadOnlyDictionary<string, LeadSource> All { get; } = new LeadSource[]
    {
        new("search", 0.46, 0),
        new("social", 0.24, 0),
        new("email", 0.40, 0),
        new("affiliate", 0.22, 0),
        new("fair", 0.52, 0),
        new("referral", 0.62, 1.1),
        new("outreach", 0.34, 1.9),
    }.ToDictionary(source => source.Name);
}
