using Kelvin.Language;

namespace Kelvin.Calendars.WorkDays;

/// <summary>A day on which people do not work although the weekday says so.</summary>
/// <param name="Day">The local day.</param>
/// <param name="Name">What it is called, a key under <c>calendar.holidays</c>.</param>
/// <param name="ByCustom">Free by custom or agreement and not by law, such as Midsummer Eve in Sweden.</param>
public readonly record struct Holiday(DateOnly Day, string Name, bool ByCustom = false)
{
    /// <summary>Its name in a language.</summary>
    public string Label(Tongue tongue) => Texts.Say(tongue, "calendar.holidays." + Name);
}
