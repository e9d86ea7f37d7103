using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Language;

namespace Kelvin.Queries.Trusting;

/// <summary>Trust in words, for people who read answers.</summary>
public sealed class TrustWords(MetricCatalog catalog, Tongue tongue)
{
    private readonly Calendar _calendar = catalog.CalendarIn();
    private readonly CheckWords _checks = new(catalog, tongue);

    /// <summary>How far a dataset can be relied on, in a word or two.</summary>
#pragma warning disable CA1308 // Keys of texts are in small letters.
    public string Level(TrustLevel level) => Texts.Say(tongue, "trust.level." + level.ToString().ToLowerInvariant());
#pragma warning restore CA1308

    /// <summary>What speaks against a dataset, as a sentence.</summary>
    public string Reason(DatasetTrust.Reason reason) => Say(KeyOf(reason),
        ("dataset", catalog.Datasets.GetValueOrDefault(reason.Dataset)?.Label.In(tongue) ?? reason.Dataset),
        ("due", reason.Due is { } due ? Moment(due) : null),
        ("last", reason.Last is { } last ? Moment(last) : null),
        ("check", reason.Check is { } check ? _checks.Name(check) : null),
        ("found", reason is { Kind: "failing", Check: { } failing, Result: { } result } ? _checks.Found(failing, result) : null));

    /// <summary>The local day and time of a moment.</summary>
    public string Moment(DateTimeOffset moment) => PeriodText.Write(_calendar.PeriodOf(Grain.Minute, moment), tongue, _calendar);

    private string KeyOf(DatasetTrust.Reason reason) => "trust.reason." + reason.Kind switch
    {
        "late" when reason.Last is null => "late-never",
        "late" when catalog.Datasets.GetValueOrDefault(reason.Dataset)?.Expects.Fresh?.Due is Catalog.Connections.SyncSchedule.Every => "late-pause",
        "refused" when reason.Check is null => "refused-plain",
        var kind => kind,
    };

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) => Texts.Say(tongue, key, Issue.At(null, key, arguments).Arguments);
}
