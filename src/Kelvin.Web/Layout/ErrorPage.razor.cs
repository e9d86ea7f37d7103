namespace Kelvin.Web.Layout;

/// <summary>What a page shows when our code or the world behind it broke.</summary>
public sealed partial class ErrorPage;
