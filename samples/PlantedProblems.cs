namespace Kelvin.Samples;

/// <summary>When the problems that the sample company does not know of begin, counted back from the day it is made.</summary>
public sealed record PlantedProblems(DateOnly Today)
{
    /// <summary>
    /// From here each day's sales are known; what happened before is not in the files. The first of a month, so that each of
    /// the last twelve months has a whole one a year before.
    /// </summary>
    public DateOnly HistoryFrom => new DateOnly(Today.Year, Today.Month, 1).AddYears(-2);

    /// <summary>How many days the history has.</summary>
    public int Days => Today.DayNumber - HistoryFrom.DayNumber;

    /// <summary>Vidfrakt begins to deliver late in Norway: the Monday of the week that lies 70 days back.</summary>
    public DateOnly NorwayLateFrom => Today.AddDays(-70 - ((int)Today.AddDays(-70).DayOfWeek + 6) % 7);

    /// <summary>The campaign in social media is exchanged for one that brings more clicks and fewer leads.</summary>
    public DateOnly SocialCampaignFrom => Today.AddDays(-98);

    /// <summary>Discounts on backpacks begin to deepen, week by week until today.</summary>
    public DateOnly BackpackDiscountsFrom => Today.AddDays(-182);

    /// <summary>The supplier of sleeping bags begins to need twice as long.</summary>
    public DateOnly SleepingBagDelaysFrom => Today.AddDays(-150);

    /// <summary>The day whose orders never reached the files.</summary>
    public DateOnly GapOn => Today.AddDays(-45);

    /// <summary>How far the discounts on backpacks have gone on a day: 0 before they begin, 1 today.</summary>
    internal double BackpackErosion(DateOnly day) =>
        Math.Clamp((day.DayNumber - BackpackDiscountsFrom.DayNumber) / (double)(Today.DayNumber - BackpackDiscountsFrom.DayNumber), 0, 1);
}
