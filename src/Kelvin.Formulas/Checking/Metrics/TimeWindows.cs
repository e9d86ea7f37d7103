using Kelvin.Calendars;
using Kelvin.Formulas.Checking.Words;
using Kelvin.Formulas.Syntax;

namespace Kelvin.Formulas.Checking.Metrics;

/// <summary>Reads the window, or the kind of period, that a function of time names.</summary>
internal sealed class TimeWindows(Findings findings)
{
    /// <summary>More than this is a slip: ten thousand days are 27 years.</summary>
    private const decimal MostSteps = 10_000;

    /// <summary>The window, or null and an issue.</summary>
    public TimeWindow? Read(Formula.Call call) => call.Function switch
    {
        "cumulative" => new TimeWindow.Cumulative(),
        "at_start" => Period(call) is { } larger ? new TimeWindow.AtStart(larger, Grain.Day) : null,
        "to_date" => Period(call) is { } grain ? new TimeWindow.ToDate(grain) : null,
        "trailing" => Span(call) is { } length ? new TimeWindow.Trailing(length) : null,
        _ => Span(call) is { } back ? new TimeWindow.Prior(back) : null,
    };

    private CalendarSpan? Span(Formula.Call call)
    {
        var written = call.Arguments[1];
        if (written is Formula.Number { Unit: { } word } number && number.Value >= 1 && number.Value <= MostSteps && number.Value == decimal.Truncate(number.Value))
            return GrainOf(call, written, word) is { } grain ? new CalendarSpan((int)number.Value, grain) : null;
        var meant = written is Formula.Name { Parts: [var name] } && GrainNames.Find(name, findings.Scope) is { } single ? $"1 {single.Name}"
            : written is Formula.Number { Unit: null } bare && bare.Value >= 1 && bare.Value == decimal.Truncate(bare.Value) ? (bare.Value == 1 ? "1 day" : $"{Written.Of(bare)} days")
            : null;
        findings.Report(written, "formula.span-expected", ("function", call.Function), ("written", Written.Of(written)), ("meant", meant), ("signature", new SignatureInWords(call.Function)));
        return null;
    }

    /// <summary>The kind of period that is named, or null and an issue.</summary>
    public Grain? Period(Formula.Call call)
    {
        var written = call.Arguments[1];
        if (written is Formula.Name { Parts: [..] parts } && parts.Length <= 2)
            return GrainOf(call, written, string.Join('.', parts));
        var meant = written is Formula.Number { Unit: { } unit } && GrainNames.Find(unit, findings.Scope) is { } grain ? grain.Name : null;
        findings.Report(written, "formula.period-expected", ("function", call.Function), ("written", Written.Of(written)), ("meant", meant), ("signature", new SignatureInWords(call.Function)));
        return null;
    }

    private Grain? GrainOf(Formula.Call call, Formula written, string word)
    {
        if (GrainNames.Find(word, findings.Scope) is { } grain)
            return grain;
        var names = GrainNames.Of(findings.Scope).ToList();
        findings.Report(written, "formula.unknown-period", ("function", call.Function), ("word", word), ("nearest", Written.Nearest(word, names)), ("periods", Alternatives.All(names)));
        return null;
    }
}
