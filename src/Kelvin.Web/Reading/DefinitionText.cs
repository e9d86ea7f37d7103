namespace Kelvin.Web.Reading;

/// <summary>The text of a definition file by the name that issues give it, or null when it is not to be had. The host provides it.</summary>
public delegate string? DefinitionText(string file);
