using System.Text.Json;
using Kelvin.Web.Entry.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Entry.Page;

/// <summary>Cells to type in and to paste into. The script saves them as they are left; every text it needs is written here.</summary>
public sealed partial class EntryGrid
{
    private static readonly string[] ForScript = ["saving", "saved", "unsaved", "offline", "retry", "take-theirs", "write-mine", "emptied", "locked"];

    [Parameter, EditorRequired]
    public GridView View { get; set; } = null!;

    /// <summary>The form's name.</summary>
    [Parameter, EditorRequired]
    public string Form { get; set; } = "";

    private string ScriptTexts => JsonSerializer.Serialize(
        ForScript.Select(key => (key, Say("script." + key))).Concat(new[] { "draft", "submitted", "returned", "approved" }.Select(status => (status, Say("status." + status)))).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    private string Say(string key) => EntryWords.Say(Reader, key);
}
