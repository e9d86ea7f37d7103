using Kelvin.Samples.Chance;

namespace Kelvin.Samples.Delivery;

/// <summary>Who carries parcels, and how often they are delayed.</summary>
internal sealed record Carrier(string Name, double DelayChance)
{
    public static Carrier Kvickbud { get; } = new("Kvickbud", 0.10);

    public static Carrier Vidfrakt { get; } = new("Vidfrakt", 0.15);

    public static Carrier Nordanlast { get; } = new("Nordanlast", 0.19);

    /// <summary>The carriers used to a country.</summary>
    public static Weighted<Carrier> To(string country) => Routes[country];

    private static readonly Dictionary<string, Weighted<Carrier>> Routes = new()
    {
        ["SE"] = new((Kvickbud, 0.55), (Vidfrakt, 0.45)),
        ["NO"] = new((Vidfrakt, 0.60), (Nordanlast, 0.40)),
        ["FI"] = new((Nordanlast, 0.60), (Vidfrakt, 0.40)),
        ["DE"] = new((Vidfrakt, 0.70), (Kvickbud, 0.30)),
    };

    /// <summary>Working days that the carriers promise to a country.</summary>
    public static int DaysTo(string country) => country switch { "SE" => 1, "DE" => 3, _ => 2 };
}
