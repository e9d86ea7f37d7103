using Kelvin.Catalog;
using Kelvin.Queries.Answers;
using Kelvin.Web.Metrics.Words;
using Microsoft.AspNetCore.Components;

namespace Kelvin.Web.Metrics.Page;

/// <summary>What is known about a metric besides its values.</summary>
public sealed partial class MetricFacts
{
    [Parameter, EditorRequired]
    public Metric Metric { get; set; } = null!;

    [Parameter, EditorRequired]
    public MetricCatalog Catalog { get; set; } = null!;

    [Parameter]
    public MetricAnswer? Answer { get; set; }

    private IEnumerable<(string Name, string Value)> Facts
    {
        get
        {
            if (Answer is not null)
                yield return (Reader.Say("facts.until"), new Wording(Reader.Tongue, Catalog).In(Answer.Calendar).Day(Answer.UnfinishedFrom.AddTicks(-1)));
            yield return (Reader.Say("facts.better"), Reader.Say("better." + Metric.Better.ToString().ToLowerInvariant()));
            yield return (Reader.Say("facts.kind"), Reader.Say("kind." + Metric.Kind.ToString().ToLowerInvariant()));
            if (Metric.Owner is not null)
                yield return (Reader.Say("facts.owner"), Metric.Owner);
            if (Metric.Pack is not null)
                yield return (Reader.Say("facts.pack"), Catalog.Packs.TryGetValue(Metric.Pack, out var pack) ? Reader.Read(pack.Label) : Metric.Pack);
            yield return (Reader.Say("facts.name"), Metric.Name);
            if (Metric.Place is { File: { } file } place)
                yield return (Reader.Say("facts.defined"), Reader.Say("facts.place", ("file", file), ("line", place.Line)));
            yield return (Reader.Say("facts.version"), Metric.Version);
        }
    }
}
