using System.Collections.Immutable;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Owing;
using Kelvin.Language;
using Kelvin.Web.Elements;
using Kelvin.Web.Reading;

namespace Kelvin.Web.Entry.Words;

/// <summary>What pages say about entries.</summary>
internal static class EntryWords
{
    private const string Section = "entry.page.";

    /// <summary>A text of these pages.</summary>
    public static string Say(Reader reader, string key, params ReadOnlySpan<(string Name, object Value)> arguments)
    {
        var given = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
            given[name] = value;
        return Texts.Say(reader.Tongue, Section + key, given.ToImmutable());
    }

    /// <summary>How far numbers of a period have come.</summary>
    public static (string Text, Tone Tone, IconName? Icon) Status(Reader reader, OwedSheet sheet) =>
        sheet.IsOverdue ? (Say(reader, "late", ("days", sheet.DaysLate)), Tone.Bad, IconName.Warning)
        : sheet.WaitsForApproval ? (Say(reader, "status.waits"), Tone.Risk, IconName.Clock)
        : sheet.IsReminded && sheet.Status == SheetStatus.NotBegun ? (Say(reader, "status.soon"), Tone.Risk, IconName.Clock)
        : Status(reader, sheet.Status);

    /// <summary>How far rows have come together.</summary>
    public static (string Text, Tone Tone, IconName? Icon) Status(Reader reader, SheetStatus status) => status switch
    {
        SheetStatus.Draft => (Say(reader, "status.draft"), Tone.Neutral, null),
        SheetStatus.Returned => (Say(reader, "status.returned"), Tone.Bad, IconName.Error),
        SheetStatus.Submitted => (Say(reader, "status.submitted"), Tone.Good, null),
        SheetStatus.Approved => (Say(reader, "status.approved"), Tone.Good, null),
        _ => (Say(reader, "status.not-begun"), Tone.Neutral, null),
    };

    /// <summary>How far a row has come.</summary>
    public static string Status(Reader reader, RowStatus status) => Say(reader, "status." + status.ToString().ToLowerInvariant());
}
