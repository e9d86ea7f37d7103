namespace Kelvin.Calendars;

/// <summary>Periods that arithmetic finds: they follow each other without gap or end, each as long as the others.</summary>
/// <param name="First">The first day of one of them: the first that there is where they begin somewhere, else any.</param>
/// <param name="Length">The length of each, in days or months.</param>
/// <param name="InMonths">Whether the length is in months.</param>
/// <param name="Begin">Whether there is none before the first.</param>
public readonly record struct EqualPeriods(DateOnly First, int Length, bool InMonths, bool Begin);
