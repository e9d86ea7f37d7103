using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Web.Elements;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>Chooses what the page asks: period, time, comparison, filter. Each choice is part of the address.</summary>
public sealed partial class QueryBar
{
    private static readonly ImmutableArray<Grain> Offered = [Grain.Day, Grain.Week, Grain.Month, Grain.Quarter, Grain.Year];

    private static readonly ImmutableArray<string> Own = ["grain", "range", "compare", "where"];

    private static readonly ImmutableArray<(string Words, string Key)> Stretches =
    [
        (MetricAddress.AllTime, "all"), ("last 12 months", "year"), ("last 90 days", "quarter"), ("last 30 days", "month"),
        ("this year to date", "year-to-date"), ("last year", "last-year"),
    ];

    [Parameter, EditorRequired]
    public Metric Metric { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricCatalog Catalog { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricAddress Address { get; set; } = null!;

    /// <summary>Whether the question could not be answered as it stands.</summary>
    [Parameter]
    public bool Faulty { get; set; }

    private ImmutableArray<Choice> Grains
    {
        get
        {
            var chosen = Address.GrainFor(Metric);
            return [.. Including([.. Offered, .. Words.OtherGrains], chosen).Select(grain => new Choice(grain.Name, NameOf(grain), grain == chosen))];
        }
    }

    private ImmutableArray<Choice> Ranges
    {
        get
        {
            var chosen = Address.Range ?? MetricAddress.AllTime;
            var known = Stretches.Select(stretch => new Choice(stretch.Words, Reader.Say("range." + stretch.Key), stretch.Words == chosen));
            // A range that came with the address stays on the list, in the words it was written in.
            return [.. known, .. Stretches.Any(stretch => stretch.Words == chosen) ? [] : (Choice[])[new(chosen, chosen, true)]];
        }
    }

    private ImmutableArray<Choice> Comparisons
    {
        get
        {
            var chosen = Address.CompareFor(Metric);
            return
            [
                .. Comparison.All.Select(comparison => new Choice(
                    comparison.ToString(), ComparisonChoice.Name(comparison, Reader), comparison == (chosen is null ? null : Comparison.Parse(chosen).Value))),
                new(ComparisonChoice.None, Reader.Say("compare.none"), chosen is null),
            ];
        }
    }

    private Wording Words => new(Reader.Tongue, Catalog);

    private static IEnumerable<Grain> Including(ImmutableArray<Grain> offered, Grain chosen) =>
        offered.Contains(chosen) ? offered : [chosen, .. offered];

    private string NameOf(Grain grain) => Offered.Contains(grain) ? Reader.Say("grain." + grain.Name) : Words.OtherGrain(grain) ?? grain.Name;
}
