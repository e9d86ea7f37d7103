namespace Kelvin.Samples.Assortment;

/// <summary>Who makes the goods, and how many days they usually take.</summary>
internal sealed record Supplier(string Id, string Name, string Country, double MedianDays)
{
    public static Supplier Canvas { get; } = new("S01", "Segelduksverket", "EE", 24);

    public static Supplier Down { get; } = new("S02", "Dunvik Textil", "PL", 20);

    public static Supplier Packs { get; } = new("S03", "Remmar & Söm", "LT", 21);

    public static Supplier Boots { get; } = new("S04", "Lästmakeriet", "PT", 28);

    public static Supplier Shells { get; } = new("S05", "Regnhud", "PT", 30);

    public static Supplier Wool { get; } = new("S06", "Ullspinneriet Mjukan", "SE", 12);

    public static Supplier Stoves { get; } = new("S07", "Plåtslageriet Lågan", "SE", 10);

    public static Supplier Lamps { get; } = new("S08", "Skenljus", "DE", 14);

    public static Supplier Skis { get; } = new("S09", "Glidträ", "FI", 18);

    public static Supplier Paddles { get; } = new("S10", "Årmakarna", "FI", 16);

    public static IReadOnlyList<Supplier> All { get; } = [Canvas, Down, Packs, Boots, Shells, Wool, Stoves, Lamps, Skis, Paddles];
}
