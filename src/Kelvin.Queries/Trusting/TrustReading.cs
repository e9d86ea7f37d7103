using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Formulas;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Queries.Trusting;

/// <summary>Says of datasets whether they can be relied on at a moment: by what is known of their rows, and by the clock. Pure.</summary>
public sealed class TrustReading(MetricCatalog catalog, IReadOnlyDictionary<string, DatasetState> states, DateTimeOffset now)
{
    private readonly Calendar _calendar = catalog.CalendarIn();

    /// <summary>The trust of a dataset; of one that is a query, that of what it reads.</summary>
    public DatasetTrust Of(string name)
    {
        if (!catalog.Datasets.TryGetValue(name, out var dataset) || !states.TryGetValue(name, out var state))
            return new DatasetTrust(name, TrustLevel.Empty, []);
        var (reasons, next) = state.ReadsFrom.IsEmpty ? ReasonsOf(dataset, state) : Under(state.ReadsFrom);
        ImmutableArray<DatasetTrust.Reason> worstFirst = [.. reasons.OrderByDescending(reason => reason.Level)];
        return new DatasetTrust(name, worstFirst.IsEmpty ? TrustLevel.Sound : worstFirst[0].Level, worstFirst) { NextDue = next };
    }

    /// <summary>What checks of a dataset found, those that were declared or changed since and have not been run included.</summary>
    public static IEnumerable<(DataCheck Check, CheckResult? Result)> ResultsOf(Dataset dataset, DatasetState? state) =>
        dataset.Expects.Checks.Select(check => (check, ResultOf(check, state?.Inspection)));

    private (List<DatasetTrust.Reason>, DateTimeOffset?) Under(ImmutableArray<string> sources)
    {
        var found = sources.Select(Of).ToList();
        return ([.. found.SelectMany(trust => trust.Reasons)], found.Min(trust => trust.NextDue));
    }

    private (List<DatasetTrust.Reason>, DateTimeOffset?) ReasonsOf(Dataset dataset, DatasetState state)
    {
        var reasons = new List<DatasetTrust.Reason>();
        DueLoad due = default;
        var last = state.Confirmed ?? state.LastLoad;
        if (last is null && state.Rows == 0)
            reasons.Add(new(TrustLevel.Empty, "empty") { Dataset = dataset.Name });
        else if (dataset.Expects.Fresh is { } fresh)
        {
            due = fresh.At(now, last, catalog.Settings.Zone);
            if (due is { IsLate: true })
                reasons.Add(new(TrustLevel.Late, "late") { Dataset = dataset.Name, Due = due.Due, Last = last });
            if (fresh.Newest is { } age && NewestOf(dataset, state) is { } newest && newest < now - age)
                reasons.Add(new(TrustLevel.Late, "old") { Dataset = dataset.Name, Due = now - age, Last = newest });
        }
        if (state.Refused is { } refused)
            reasons.AddRange(Failures(dataset, refused)
                .Select(failed => new DatasetTrust.Reason(TrustLevel.Blocked, "refused") { Dataset = dataset.Name, Last = refused.Moment, Source = refused.Source, Check = failed.Check, Result = failed.Result })
                .Where(reason => reason.Check!.Otherwise == CheckConsequence.Block).DefaultIfEmpty(new(TrustLevel.Blocked, "refused") { Dataset = dataset.Name, Last = refused.Moment, Source = refused.Source }).Take(1));
        if (state.Inspection is { } inspection)
            reasons.AddRange(Failures(dataset, inspection).Where(failed => failed.Check.Otherwise != CheckConsequence.Note)
                .Select(failed => new DatasetTrust.Reason(TrustLevel.Failing, "failing") { Dataset = dataset.Name, Last = inspection.Moment, Check = failed.Check, Result = failed.Result }));
        return (reasons, due.Next);
    }

    private static IEnumerable<(DataCheck Check, CheckResult Result)> Failures(Dataset dataset, DatasetInspection inspection) =>
        from check in dataset.Expects.Checks
        let result = ResultOf(check, inspection)
        where result is { Outcome: CheckOutcome.Failed }
        select (check, result);

    private static CheckResult? ResultOf(DataCheck check, DatasetInspection? inspection) =>
        inspection?.Results.FirstOrDefault(result => result.Check == check.Name && result.Written == check.Subject.Written);

    /// <summary>The end of the newest row: of a day, when it is over.</summary>
    private DateTimeOffset? NewestOf(Dataset dataset, DatasetState state) =>
        state.Watermark is not { } newest || dataset.Time is not { } time ? null
        : dataset.Find(time)!.Type.Kind == ValueKind.Date ? _calendar.DayPeriod(DateOnly.FromDateTime(newest)).End
        : new DateTimeOffset(DateTime.SpecifyKind(newest, DateTimeKind.Utc));
}
