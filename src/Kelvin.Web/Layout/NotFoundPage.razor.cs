namespace Kelvin.Web.Layout;

/// <summary>What an address that leads nowhere shows.</summary>
public sealed partial class NotFoundPage;
