namespace Kelvin.Server.Entries;

/// <summary>The addresses of entries.</summary>
internal static class EntryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        ListForms.Map(api);
        ShowGrid.Map(api);
        SaveFormCells.Map(api);
        DecideForm.Map(api);
        ShowStory.Map(api);
        ListEntries.Map(api);
        FeedCalendar.Map(api);
    }
}
