using System.Collections.Immutable;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Values;
using Kelvin.Formulas.Evaluating;
using Kelvin.Language;

namespace Kelvin.Entries.Rules;

/// <summary>Says what is wrong with the values of a row, and what asks for a note.</summary>
internal static class RowRules
{
    /// <summary>Every message, those about single values first.</summary>
    /// <param name="snapshot">The cells.</param>
    /// <param name="period">The first day of the period.</param>
    /// <param name="before">That of the period before.</param>
    /// <param name="row">The row.</param>
    /// <param name="isSubmission">Whether values that are not there yet are missed.</param>
    public static ImmutableArray<RowMessage> Check(EntrySnapshot snapshot, DateOnly period, DateOnly before, string row, bool isSubmission)
    {
        var form = snapshot.Form;
        var values = form.Columns.ToDictionary(column => column.Column.Name, column => snapshot.ValueIn(period, row, column.Column.Name), StringComparer.Ordinal);
        var hasNote = form.HasNote && snapshot.ValueIn(period, row, Form.Note) is string;
        var messages = ImmutableArray.CreateBuilder<RowMessage>();
        foreach (var column in form.Columns)
        {
            var (name, value) = (column.Column.Name, values[column.Column.Name]);
            if (value is null && isSubmission && column.IsRequired)
                messages.Add(new(name, Issue.At(null, "entry.required")));
            if (Bound(column, value) is { } bound)
                messages.Add(new(name, bound));
            // An override is compared with what it overrides.
            var earlier = form.Overrides is null ? snapshot.ValueIn(before, row, name) : snapshot.Connected.GetValueOrDefault(row)?.GetValueOrDefault(name);
            if (!hasNote && Change(column, value, earlier) is { } change)
                messages.Add(new(name, change));
        }
        if (form.Overrides is not null && !hasNote && values.Values.Any(value => value is not null))
            messages.Add(new(Form.Note, Issue.At(null, "entry.override-note")));
        messages.AddRange(form.Rules.Where(rule => IsBroken(rule, snapshot, period, row, hasNote)).Select(rule => new RowMessage(rule.AsksForNote ? Form.Note : null, Told(rule))));
        return messages.ToImmutable();
    }

    private static Issue? Bound(FormColumn column, object? value)
    {
        if (value is not (decimal or double))
            return null;
        var number = Number(value);
        return column.AtLeast is { } least && number < (double)least ? Told("entry.too-low", "least", least, column)
            : column.AtMost is { } most && number > (double)most ? Told("entry.too-high", "most", most, column)
            : null;
    }

    private static Issue? Change(FormColumn column, object? value, object? before)
    {
        if (column.Change is not { } most || value is not (decimal or double) || before is not (decimal or double) || Number(before) is 0)
            return null;
        var change = (Number(value) - Number(before)) / Math.Abs(Number(before));
        var percent = Math.Abs(Math.Round(100 * change));
        return Math.Abs(change) <= (double)most + 1e-12 ? null
            : Told(change > 0 ? "entry.risen" : "entry.fallen", "before", before, column, ("percent", percent), ("most", Plain(100 * most)));
    }

    private static bool IsBroken(FormRule rule, EntrySnapshot snapshot, DateOnly period, string row, bool hasNote)
    {
        if (rule.AsksForNote && hasNote)
            return false;
        var holds = new RowCalculator(path => snapshot.Form.Find(path.Column) is null && path.Column != Form.Note
            ? KeyValue(snapshot, period, row, path.Column)
            : snapshot.ValueIn(period, row, path.Column)).Of(rule.Condition);
        // What cannot be told, for a value is missing, is neither broken nor asked about.
        return rule.AsksForNote ? holds is true : holds is false;
    }

    private static object? KeyValue(EntrySnapshot snapshot, DateOnly period, string row, string column) =>
        column == snapshot.Form.Time && snapshot.Form.Overrides is null ? period
        : RowId.Read(row, snapshot.Key) is { } key && key.TryGetValue(column, out var text)
            ? CellValue.Read(text, snapshot.Dataset.Find(column)!)
            : null;

    private static Issue Told(FormRule rule) => rule.Message is { } message
        ? Issue.At(null, rule.AsksForNote ? "entry.note-said" : "entry.rule-said", ("said", message))
        : Issue.At(null, rule.AsksForNote ? "entry.note-needed" : "entry.rule-broken", ("rule", rule.Formula));

    /// <summary>A number is told as it is entered: shares in per cent.</summary>
    private static Issue Told(string code, string name, object number, FormColumn column, params ReadOnlySpan<(string, object?)> more)
    {
        var isShare = column.Column.Type.Unit == Quantities.Unit.Share;
        var shown = number is decimal exact ? Plain(isShare ? 100 * exact : exact) : Math.Round(isShare ? 100 * (double)number : (double)number, 6);
        return Issue.At(null, code, [(name, shown), ("sign", isShare ? "\u00A0%" : ""), .. more]);
    }

    /// <summary>Without zeros at the end, which the warehouse adds.</summary>
    private static object Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static double Number(object value) => value is decimal exact ? (double)exact : (double)value;
}
