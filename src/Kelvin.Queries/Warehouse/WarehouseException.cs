namespace Kelvin.Queries.Warehouse;

/// <summary>The engine is broken, out of reach or held by another process. The message is fit for a person to read.</summary>
public sealed class WarehouseException(string message, Exception? inner = null) : Exception(message, inner);
