namespace Kelvin.Quantities;

/// <summary>
/// What an item of a unit is called in the reader's language, given its symbol (<see cref="UnitAtom.Item.SymbolOf"/> of
/// the dataset's name) and whether one or many are meant; null when unknown, and then its name is shown.
/// </summary>
public delegate string? ItemLabel(string symbol, bool isOne);
