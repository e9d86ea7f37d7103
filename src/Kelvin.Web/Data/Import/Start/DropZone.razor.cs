namespace Kelvin.Web.Data.Import.Start;

/// <summary>Takes files that are chosen or dropped anywhere on the page, and shows how far they have been sent.</summary>
public sealed partial class DropZone;
