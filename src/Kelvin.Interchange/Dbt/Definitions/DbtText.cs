using Kelvin.Language;

namespace Kelvin.Interchange.Dbt.Definitions;

/// <summary>A piece of SQL in a dbt file, perhaps with references in double braces, and where it stands.</summary>
internal sealed record DbtText(string Text, Place Place);
