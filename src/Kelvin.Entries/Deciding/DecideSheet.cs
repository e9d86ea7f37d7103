using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Posting;
using Kelvin.Entries.Rules;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Deciding;

/// <summary>
/// Submits, approves and returns rows of a period. Values that come to count are written down together with the decision and are
/// then handed on to the warehouse. Throws only what <see cref="IWarehouse"/> throws.
/// </summary>
public sealed class DecideSheet(ICurrentCatalog catalogs, IWarehouse warehouse, IDbContextFactory<KelvinState> states, PostEntries posting, TimeProvider clock)
{
    private const int LongestComment = 2_000;

    /// <summary>Hands rows in. They count at once where nobody has to approve them.</summary>
    public Task<Checked<SheetOutcome>> SubmitAsync(SheetAction action, CancellationToken cancellationToken) => RunAsync(action, (sheet, state, now) =>
    {
        var rows = sheet.Rows.Where(row => Course(sheet, row) is not { Status: RowStatus.Submitted or RowStatus.Approved }).ToList();
        var issues = rows.SelectMany(row => RowRules.Check(sheet.Snapshot, sheet.Day, sheet.Before, row.Id, isSubmission: true)
            .Select(message => About(message, sheet, row))).ToImmutableArray();
        if (!issues.IsEmpty)
            return Checked<SheetOutcome>.Faulty(issues);
        var entered = rows.Where(row => sheet.HasPending(row.Id) || sheet.Form.Overrides is null).ToList();
        if (entered.Count == 0)
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.nothing-to-submit"));
        if (action.Comment is null && entered.Exists(row => Course(sheet, row) is { HasCounted: true } && sheet.HasPending(row.Id)))
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.reason"));
        foreach (var row in entered)
        {
            var course = Course(sheet, row) ?? Begun(sheet, state, row);
            (course.Status, course.Round, course.SubmittedBy, course.SubmittedAt, course.Reason) = (RowStatus.Submitted, course.Round + 1, action.Person.Text, now, action.Comment);
        }
        if (!sheet.Form.NeedsApproval)
            new PostingDraft(sheet, state, now).Add(entered);
        return Done(sheet, state, action, RowStatus.Submitted, entered, now);
    }, cancellationToken);

    /// <summary>Approves what has been submitted, so that it counts.</summary>
    public Task<Checked<SheetOutcome>> ApproveAsync(SheetAction action, CancellationToken cancellationToken) => RunAsync(action, (sheet, state, now) =>
    {
        var rows = Waiting(sheet);
        if (WhyMayNotDecide(sheet, action, rows) is { } why)
            return Checked<SheetOutcome>.Faulty(why);
        if (rows.Exists(row => action.Person.Is(Course(sheet, row)!.SubmittedBy)))
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.own-approval"));
        if (action.Seen is { } seen && seen != rows.Sum(row => (long)Course(sheet, row)!.Round))
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.changed-since"));
        foreach (var row in rows)
            Decide(Course(sheet, row)!, RowStatus.Approved, action, now);
        new PostingDraft(sheet, state, now).Add(rows);
        return Done(sheet, state, action, RowStatus.Approved, rows, now);
    }, cancellationToken);

    /// <summary>Sends back what has been submitted, saying why. Whoever submitted it may take it back so, too.</summary>
    public Task<Checked<SheetOutcome>> ReturnAsync(SheetAction action, CancellationToken cancellationToken) => RunAsync(action, (sheet, state, now) =>
    {
        var rows = Waiting(sheet);
        var isOwn = rows.Count > 0 && rows.TrueForAll(row => action.Person.Is(Course(sheet, row)!.SubmittedBy));
        if (WhyMayNotDecide(sheet, action, rows) is { } why && !(isOwn && sheet.Form.NeedsApproval))
            return Checked<SheetOutcome>.Faulty(why);
        if (action.Comment is null && !isOwn)
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.comment"));
        foreach (var row in rows)
            Decide(Course(sheet, row)!, RowStatus.Returned, action, now);
        return Done(sheet, state, action, RowStatus.Returned, rows, now);
    }, cancellationToken);

    private async Task<Checked<SheetOutcome>> RunAsync(
        SheetAction action, Func<Sheet, KelvinState, DateTimeOffset, Checked<SheetOutcome>> act, CancellationToken cancellationToken)
    {
        if (action.Comment is { Length: > LongestComment })
            return Checked<SheetOutcome>.Faulty(Issue.At(null, "entry.comment-too-long", ("most", LongestComment)));
        action = action with { Comment = string.IsNullOrWhiteSpace(action.Comment) ? null : action.Comment.Trim() };
        var now = clock.GetUtcNow();
        var sheet = await Sheet.ReadAsync(warehouse, catalogs.Current, action, now, cancellationToken);
        if (!sheet.IsSound)
            return Checked<SheetOutcome>.Faulty(sheet.Issues);
        await using (var state = await states.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
            await sheet.Value.Snapshot.AddEnteredAsync(state, sheet.Value.Before, sheet.Value.Period.LastDay, now, cancellationToken);
            var outcome = act(sheet.Value, state, now);
            if (!outcome.IsSound)
                return outcome;
            await state.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            // It is decided: that the values be handed on must not hang on who waits for it.
            var refusals = await posting.RunAsync(CancellationToken.None);
            return Checked<SheetOutcome>.Sound(outcome.Value with { Refusal = refusals.GetValueOrDefault(sheet.Value.Form.Name) });
        }
    }

    private static Checked<SheetOutcome> Done(Sheet sheet, KelvinState state, SheetAction action, RowStatus status, List<FormRow> rows, DateTimeOffset now)
    {
        state.Add(new EntryStep
        {
            Form = sheet.Form.Name, Period = sheet.Day, Rows = string.Join('\n', rows.Select(row => row.Id)), Status = status, Person = action.Person.Text, At = now, Comment = action.Comment,
        });
        return Checked<SheetOutcome>.Sound(new(status, rows.Count, null));
    }

    private static Issue? WhyMayNotDecide(Sheet sheet, SheetAction action, List<FormRow> rows) =>
        !sheet.Form.NeedsApproval ? Issue.At(null, "entry.no-approval")
        : !sheet.Form.MayApprove(action.Person.Text) ? Issue.At(null, "entry.not-approver", ("person", action.Person.Text), ("approvers", string.Join(", ", sheet.Form.Approvers)))
        : rows.Count == 0 ? Issue.At(null, "entry.nothing-to-decide")
        : null;

    private static void Decide(EntryRow course, RowStatus status, SheetAction action, DateTimeOffset now) =>
        (course.Status, course.DecidedBy, course.DecidedAt, course.Comment) = (status, action.Person.Text, now, action.Comment);

    private static List<FormRow> Waiting(Sheet sheet) => [.. sheet.Rows.Where(row => Course(sheet, row) is { Status: RowStatus.Submitted })];

    private static EntryRow? Course(Sheet sheet, FormRow row) => sheet.Snapshot.Rows.GetValueOrDefault((sheet.Day, row.Id));

    private static EntryRow Begun(Sheet sheet, KelvinState state, FormRow row)
    {
        var begun = new EntryRow { Form = sheet.Form.Name, Period = sheet.Day, Row = row.Id };
        state.Add(sheet.Snapshot.Rows[(sheet.Day, row.Id)] = begun);
        return begun;
    }

    private static Issue About(RowMessage message, Sheet sheet, FormRow row)
    {
        var column = message.Column is { } name ? sheet.Snapshot.Dataset.Find(name)!.Label ?? LocalText.Same(name) : null;
        var label = row.Labels.IsEmpty ? null : row.Label;
        return column is null && label is null ? message.Issue
            : Issue.At(null, column is null || label is null ? "entry.about" : "entry.about-cell", ("row", label ?? column), ("column", column), ("what", message.Issue));
    }
}
