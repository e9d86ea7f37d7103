using Kelvin.Catalog;
using Kelvin.Catalog.Expectations;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Queries.Trusting;

/// <summary>Checks and what they found, in words.</summary>
public sealed class CheckWords(MetricCatalog catalog, Tongue tongue)
{
    /// <summary>What reads otherwise when it fails; all else only tells what was measured.</summary>
    private static readonly string[] ReadsOtherwise = ["rows-examples", "unique", "unique-examples", "complete", "unasked"];

    /// <summary>What a check is called: its label, or what it looks at.</summary>
    public string Name(DataCheck check) => check.Label?.In(tongue) ?? check.Subject switch
    {
        CheckSubject.Condition condition => condition.Formula,
        CheckSubject.Rows { Kind: RowCheckKind.Missing } missing => Say("name.missing", ("column", missing.Column)),
        CheckSubject.Rows { Kind: RowCheckKind.Linked } linked => Say("name.linked", ("column", linked.Column)),
        CheckSubject.Rows rows => rows.Formula,
        CheckSubject.Unique unique => Say("name.unique", ("columns", string.Join(", ", unique.Columns))),
        CheckSubject.Complete { OnlyWorkingDays: true } => Say("name.complete-working"),
        CheckSubject.Complete complete => Say("name.complete", ("grain", Grain(complete.Slices.Per!.Name))),
        CheckSubject.Usual usual => Say("name.usual", ("formula", usual.Formula)),
        CheckSubject.Shift shift => Say("name.shift", ("column", shift.Column)),
        _ => check.Name,
    };

    /// <summary>What a check found that fails, without a point.</summary>
    public string Found(DataCheck check, CheckResult result) => Say("found." + KeyOf(check, result, isFailing: true), Arguments(check, result));

    /// <summary>How a check went, in short; null for one that has not been run.</summary>
    public string InShort(DataCheck check, CheckResult? result) => result?.Outcome switch
    {
        null => Say("pending"),
        CheckOutcome.Untold => Say("untold"),
        CheckOutcome.Failed when ReadsOtherwise.Contains(KeyOf(check, result, isFailing: true)) =>
            Say("failed." + KeyOf(check, result, isFailing: true), Arguments(check, result)),
        _ => Say("passed." + KeyOf(check, result, isFailing: false), Arguments(check, result)),
    };

    private static string KeyOf(DataCheck check, CheckResult result, bool isFailing) => isFailing && result.Looked == 0 ? "unasked" : check.Subject switch
    {
        CheckSubject.Condition => result.At is null ? "condition" : "condition-at",
        CheckSubject.Rows => isFailing && !result.Examples.IsEmpty ? "rows-examples" : "rows",
        CheckSubject.Unique => isFailing && !result.Examples.IsEmpty ? "unique-examples" : "unique",
        CheckSubject.Complete => "complete",
        CheckSubject.Usual => "usual",
        _ => "shift",
    };

    private (string, object?)[] Arguments(DataCheck check, CheckResult result) =>
    [
        ("check", Name(check)), ("at", result.At), ("failing", result.Failing), ("rows", result.Looked),
        ("measured", Number(check, result.Measured)),
        ("bound", Number(check, check.Subject is CheckSubject.Shift shift ? (double)shift.Most : result.Bound)),
        ("examples", result.Examples.IsEmpty ? null : string.Join("; ", result.Examples)),
    ];

    private string? Number(DataCheck check, double? value)
    {
        if (value is not { } number)
            return null;
        var unit = check.Subject switch
        {
            CheckSubject.Condition condition => condition.Measured.Unit,
            CheckSubject.Usual usual => usual.Measured.Unit,
            _ => Unit.None,
        };
        return Display.Write(Quantity.Approximate(number, unit), tongue, DisplayStyle.Full, Items);
    }

    private string? Items(string symbol, bool isOne) => isOne ? null
        : catalog.Datasets.Values.FirstOrDefault(dataset => UnitAtom.Item.SymbolOf(dataset.Name) == symbol)?.Label.In(tongue).ToLower(Texts.CultureOf(tongue));

    private string Grain(string grain) => Texts.Keys(tongue).Contains("trust.grain." + grain) ? Say("grain." + grain) : grain;

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Texts.Say(tongue, "trust." + key, Issue.At(null, key, arguments).Arguments);
}
