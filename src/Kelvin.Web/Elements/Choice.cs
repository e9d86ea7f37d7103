namespace Kelvin.Web.Elements;

/// <summary>One of several things to choose.</summary>
/// <param name="Value">What is chosen: a value of a field, or an address.</param>
/// <param name="Text">What it is called.</param>
/// <param name="IsChosen">Whether it is chosen now.</param>
public sealed record Choice(string Value, string Text, bool IsChosen);
