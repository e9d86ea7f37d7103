namespace Kelvin.Queries.Warehouse;

/// <summary>What was found out about a file when it was looked at, so that a load need not look again. Holds for the file as it was then, and for no other.</summary>
public abstract record FileKnowledge;
