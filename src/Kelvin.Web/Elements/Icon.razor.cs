using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Elements;

/// <summary>A small line drawing. Without a label it is decoration, and a word must stand beside it.</summary>
public sealed partial class Icon
{
    [Parameter, EditorRequired]
    public IconName Name { get; set; }

    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public int Size { get; set; } = 16;

    private string Path => Name switch
    {
        IconName.Up => "M8 13V3m0 0L4 7m4-4 4 4",
        IconName.Down => "M8 3v10m0 0 4-4m-4 4L4 9",
        IconName.Level => "M3 8h10m0 0L9.5 4.5M13 8l-3.5 3.5",
        IconName.Clock => "M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
        IconName.Warning => "M8 6v3m0 2.2v.1M7.1 2.9 1.9 12a1 1 0 0 0 .9 1.5h10.4a1 1 0 0 0 .9-1.5L8.9 2.9a1 1 0 0 0-1.8 0Z",
        IconName.Error => "M8 5v3.5m0 2.4v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
        IconName.Question => "M6.4 6.3a1.7 1.7 0 1 1 2.4 1.5c-.5.3-.8.6-.8 1.2m0 2v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
        IconName.Sun => "M8 1.5v1m0 11v1M1.5 8h1m11 0h1M3.4 3.4l.7.7m7.8 7.8.7.7m0-9.2-.7.7M4.1 11.9l-.7.7M10.8 8a2.8 2.8 0 1 1-5.6 0 2.8 2.8 0 0 1 5.6 0Z",
        IconName.Moon => "M13.5 9.3A5.6 5.6 0 0 1 6.7 2.5a5.8 5.8 0 1 0 6.8 6.8Z",
        IconName.Screen => "M5.5 13.5h5M8 11v2.5M2.8 2.5h10.4c.4 0 .8.4.8.8v6.9c0 .4-.4.8-.8.8H2.8c-.4 0-.8-.4-.8-.8V3.3c0-.4.4-.8.8-.8Z",
        IconName.Search => "m13.5 13.5-3.3-3.3M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z",
        IconName.Download => "M8 2.5v7.5m0 0L5 7m3 3 3-3M2.5 13.5h11",
        IconName.Picture => "m2.5 11 3-3 2.5 2.5L10.5 8l3 3M3.3 2.5h9.4c.5 0 .8.4.8.8v9.4c0 .5-.4.8-.8.8H3.3a.8.8 0 0 1-.8-.8V3.3c0-.5.4-.8.8-.8Z",
        IconName.Rows => "M2.5 4h11m-11 4h11m-11 4h11",
        IconName.Code => "m5 4.5-3 3.5 3 3.5m6-7 3 3.5-3 3.5",
        IconName.Close => "m4 4 8 8m0-8-8 8",
        IconName.Upload => "M8 10V2.5m0 0L5 5.5m3-3 3 3M2.5 10v2.5c0 .6.4 1 1 1h9c.6 0 1-.4 1-1V10",
        _ => throw new ArgumentOutOfRangeException(nameof(Name), Name, null),
    };
}
