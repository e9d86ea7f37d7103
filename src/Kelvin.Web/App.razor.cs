using Kelvin.Web.Reading;

namespace Kelvin.Web;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    private string? Look => Reader.Theme == Theme.System ? null : Reader.Theme.ToString().ToLowerInvariant();
}
