using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Language;
using Kelvin.Queries.Trusting;
using Kelvin.Queries.Warehouse;
using Kelvin.Web.Elements;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Data.Page;

/// <summary>Whether a dataset can be relied on: how fresh it is, and what its checks found.</summary>
public sealed partial class HealthPanel
{
    [Parameter, EditorRequired]
    public Dataset Dataset { get; set; } = null!;

    [Inject]
    private ICurrentCatalog Catalogs { get; set; } = null!;

    [Inject]
    private IWarehouse Warehouse { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // The panel is drawn once before its states are read.
    private DatasetTrust Trust { get; set; } = new("", TrustLevel.Sound, []);

    private DatasetState? State { get; set; }

    private TrustWords Words { get; set; } = null!;

    private CheckWords CheckWords { get; set; } = null!;

    private string Summary => string.Join(" · ", new[]
    {
        (State?.Confirmed ?? State?.LastLoad) is { } came ? Say("came", ("moment", Words.Moment(came))) : null,
        Trust.NextDue is { } next ? Say("next", ("moment", Words.Moment(next))) : null,
        Dataset.Expects.Owner is { } owner ? Say("owner", ("owner", owner)) : null,
        State?.Inspection is { } found ? Say("checked", ("moment", Words.Moment(found.Moment))) : null,
    }.OfType<string>());

    private TableView Checks => new(
        [new(Say("check")), new(Say("status")), new(Say("found")), new(Say("otherwise"))],
        [.. TrustReading.ResultsOf(Dataset, State).Select(one => (ImmutableArray<TableCell>)
        [
            new(CheckWords.Name(one.Check)),
            new(Say("outcome." + (one.Result?.Outcome.ToString().ToLower(CultureInfo.InvariantCulture) ?? "pending")), Tone: ToneOf(one.Check, one.Result)),
            new(CheckWords.InShort(one.Check, one.Result)),
            new(Say("consequence." + one.Check.Otherwise.ToString().ToLower(CultureInfo.InvariantCulture))),
        ])]);

    protected override async Task OnInitializedAsync()
    {
        var catalog = Catalogs.Current;
        (Words, CheckWords) = (new TrustWords(catalog, Reader.Tongue), new CheckWords(catalog, Reader.Tongue));
        var states = await Warehouse.StatesAsync(CancellationToken.None);
        State = states.GetValueOrDefault(Dataset.Name);
        Trust = new TrustReading(catalog, states, Clock.GetUtcNow()).Of(Dataset.Name);
    }

    private static Tone ToneOf(DataCheck check, CheckResult? result) => result?.Outcome switch
    {
        CheckOutcome.Passed => Tone.Good,
        CheckOutcome.Failed => check.Otherwise == CheckConsequence.Note ? Tone.Risk : Tone.Bad,
        _ => Tone.Neutral,
    };

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Texts.Say(Reader.Tongue, "trust.panel." + key, Issue.At(null, key, arguments).Arguments);
}
