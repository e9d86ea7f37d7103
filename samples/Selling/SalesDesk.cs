using Kelvin.Samples.Advertising;
using Kelvin.Samples.Chance;
using Kelvin.Samples.Files;
using Kelvin.Samples.Seasons;

namespace Kelvin.Samples.Selling;

/// <summary>Four salespeople: receives leads, qualifies some, and wins some of the opportunities that follow.</summary>
internal sealed class SalesDesk(Dice dice, DateOnly today, CompanyFiles files)
{
    private const double WinChance = 0.34;
    private const double MedianDealDays = 38;

    private static readonly string[] Salespeople = ["Alva", "Edvin", "Leila", "Nils"];

    private static readonly string[] Stages = ["qualified", "proposal", "negotiation"];

    private static readonly Weighted<string> OpenStages = new(("qualified", 0.4), ("proposal", 0.35), ("negotiation", 0.25));

    private readonly Dictionary<DateOnly, List<Won>> _won = [];
    private readonly DateTime _end = today.ToDateTime(TimeOnly.MinValue);
    private int _leads;
    private int _opportunities;

    /// <summary>The deals that are won on a day. Asked once for each day.</summary>
    public IReadOnlyList<Won> WonOn(DateOnly day) => _won.Remove(day, out var won) ? won : [];

    public void Receive(DateOnly day, Campaign campaign, string country, int leads)
    {
        for (var lead = 0; lead < leads; lead++)
            Receive(day, LeadSource.All[campaign.Channel], campaign, country);
    }

    /// <summary>Leads that come without a campaign: recommendations, and calls of our own.</summary>
    public void Prospect(DateOnly day)
    {
        if (!SwedishDays.IsWorkingDay(day))
            return;
        foreach (var source in LeadSource.All.Values)
        {
            for (var count = dice.Poisson(source.PerWeekday); count > 0; count--)
                Receive(day, source, null, dice.Chance(0.7) ? "SE" : dice.Chance(0.5) ? "NO" : "FI");
        }
    }

    private void Receive(DateOnly day, LeadSource source, Campaign? campaign, string country)
    {
        var id = $"L{5001 + _leads++}";
        var created = day.ToDateTime(new TimeOnly(dice.Whole(7, 19), dice.Whole(0, 59), dice.Whole(0, 59)));
        DateTime? qualified = dice.Chance(source.Qualified) ? AtWork(created.AddDays(dice.Exponential(5))) : null;
        var won = qualified is { } at && dice.Chance(0.92) ? Open(id, at) : null;
        if (won is var (closed, value))
        {
            var winner = new Won(country, source.Name, campaign, created, value);
            var wonOn = DateOnly.FromDateTime(closed);
            if (!_won.TryAdd(wonOn, [winner]))
                _won[wonOn].Add(winner);
        }
        files.Leads.Add(id).Add(created).Add(source.Name).Add(campaign?.Id).Add(country).Add(dice.Pick(Salespeople))
            .Add(IfPast(qualified)).Add(IfPast(won?.Closed)).EndRow();
    }

    /// <summary>An opportunity from its opening to its end; the moment and value if it is won.</summary>
    private (DateTime Closed, decimal Value)? Open(string lead, DateTime opened)
    {
        var closed = AtWork(opened.AddDays(dice.LogNormal(MedianDealDays, 0.7)));
        var isWon = dice.Chance(WinChance);
        var value = 100 * Math.Round((decimal)dice.LogNormal(320, 0.9));
        var openStage = dice.Pick(OpenStages);
        if (opened < _end)
        {
            var stage = closed >= _end ? openStage : isWon ? "won" : "lost";
            var id = $"A{3001 + _opportunities++}";
            files.Opportunities.Add(id).Add(lead).Add(opened).Add(stage).Add(value).Add(IfPast(closed)).EndRow();
            WriteStages(id, opened, closed, openStage);
        }
        return isWon ? (closed, value) : null;
    }

    /// <summary>The way to the end, or to the stage where an open opportunity is now, in steps of equal length.</summary>
    private void WriteStages(string opportunity, DateTime opened, DateTime closed, string openStage)
    {
        var isClosed = closed < _end;
        var count = isClosed ? Stages.Length : Array.IndexOf(Stages, openStage) + 1;
        var days = ((isClosed ? closed : _end) - opened).Days;
        for (var stage = 0; stage < count; stage++)
            files.OpportunityStages.Add(opportunity).Add(Stages[stage]).Add(At(stage)).Add(stage + 1 < count ? At(stage + 1) : IfPast(closed)).EndRow();

        // Whole days later, so that it is still in office hours.
        DateTime At(int step) => opened.AddDays(days * step / count);
    }

    private DateTime? IfPast(DateTime? at) => at < _end ? at : null;

    /// <summary>The same day or the next working day, in office hours.</summary>
    private DateTime AtWork(DateTime at)
    {
        var day = DateOnly.FromDateTime(at.Hour < 17 ? at : at.AddDays(1));
        while (!SwedishDays.IsWorkingDay(day))
            day = day.AddDays(1);
        var worked = day.ToDateTime(new TimeOnly(dice.Whole(8, 16), dice.Whole(0, 59), dice.Whole(0, 59)));
        return worked < at ? at : worked;
    }
}
