using System.Collections.Immutable;
using Kelvin.Calendars;
using Kelvin.Catalog;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Rules;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Saving;

/// <summary>
/// Saves values that people enter. Each is taken or refused by itself. They are drafts: they count when they are submitted, and
/// approved where that is asked for. Throws only what <see cref="IWarehouse"/> throws.
/// </summary>
public sealed class SaveCells(ICurrentCatalog catalogs, IWarehouse warehouse, IDbContextFactory<KelvinState> states, TimeProvider clock)
{
    /// <summary>The most values that are taken at once.</summary>
    public const int Most = 5_000;

    /// <summary>Saves values, or only says what would become of them.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="person">Who enters them.</param>
    /// <param name="edits">The values.</param>
    /// <param name="isTrial">Whether nothing is to be saved.</param>
    /// <param name="cancellationToken">Ends it before anything is saved.</param>
    public async Task<Checked<SaveOutcome>> SaveAsync(string form, PersonName person, ImmutableArray<CellEdit> edits, bool isTrial, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var found = KnownForm.Find(catalog, form);
        if (!found.IsSound)
            return Checked<SaveOutcome>.Faulty(found.Issues);
        if (edits.Length is 0 or > Most)
            return Checked<SaveOutcome>.Faulty(Issue.At(null, "entry.cells", ("most", Most)));
        var readFrom = clock.GetUtcNow();
        var places = new CellPlaces(found.Value, catalog, readFrom);
        if (places.SpanOf(edits) is not { } span)
            return Checked<SaveOutcome>.Sound(new([.. edits.Select(edit => new CellOutcome.Refused(places.WhyNoPeriod(edit)!))], [], catalog.Datasets[found.Value.Dataset]));
        places.Know(await new FormRows(warehouse, catalog, cancellationToken).ReadAsync(found.Value, span));
        var snapshot = await EntryReading.HoldingAsync(warehouse, catalog, found.Value, span, cancellationToken);
        if (snapshot.IsCut)
            return Checked<SaveOutcome>.Faulty(EntryReading.TooMany);
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        // Begun as one that writes: between what is read here and what is saved nobody else saves anything.
        await using var transaction = await state.Database.BeginTransactionAsync(cancellationToken);
        await snapshot.AddEnteredAsync(state, span.FirstDay, span.LastDay, readFrom, cancellationToken);
        var writing = new CellWriting(snapshot, state, person, clock.GetUtcNow());
        ImmutableArray<CellOutcome> outcomes = [.. edits.Select(edit => places.WhyNot(edit) is { } why ? new CellOutcome.Refused(why) : writing.Write(edit, places.IdOf(edit)))];
        if (!isTrial)
        {
            await state.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        return Checked<SaveOutcome>.Sound(new(outcomes, Touched(edits, outcomes, places, snapshot, catalog.CalendarIn()), snapshot.Dataset));
    }

    private static ImmutableArray<TouchedRow> Touched(
        ImmutableArray<CellEdit> edits, ImmutableArray<CellOutcome> outcomes, CellPlaces places, EntrySnapshot snapshot, Calendar calendar) =>
    [
        .. edits.Zip(outcomes).Where(pair => pair.Second is CellOutcome.Saved).Select(pair => (pair.First.Period, Row: places.IdOf(pair.First))).Distinct()
            .Select(row => new TouchedRow(
                row.Period, row.Row, snapshot.Rows.GetValueOrDefault((row.Period, row.Row))?.Status,
                RowRules.Check(snapshot, row.Period, calendar.Move(calendar.PeriodOf(snapshot.Form.Grain, row.Period), -1).FirstDay, row.Row, isSubmission: false))),
    ];
}
