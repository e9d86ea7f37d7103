using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Language;
using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Grids;

/// <summary>Tells what has happened to a cell: every value that was ever entered, by whom and when, and what was done with its row.</summary>
public sealed class TellCell(ICurrentCatalog catalogs, IDbContextFactory<KelvinState> states)
{
    private const int Most = 200;

    /// <summary>The story of a cell.</summary>
    /// <param name="form">The form's name.</param>
    /// <param name="period">The first day of the period.</param>
    /// <param name="key">The values that name the row, by column.</param>
    /// <param name="column">The column.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Checked<CellStory>> TellAsync(string form, DateOnly period, IReadOnlyDictionary<string, string> key, string column, CancellationToken cancellationToken)
    {
        var catalog = catalogs.Current;
        var found = KnownForm.Find(catalog, form);
        if (!found.IsSound)
            return Checked<CellStory>.Faulty(found.Issues);
        var columns = FormRows.KeyOf(found.Value, catalog);
        if (columns.FirstOrDefault(name => !key.ContainsKey(name)) is { } missing)
            return Checked<CellStory>.Faulty(Issue.At(null, "entry.row-lacks", ("column", missing)));
        var known = ReadGrid.ColumnsOf(found.Value, catalog.Datasets[found.Value.Dataset]).Select(one => one.Column).ToList();
        return known.Find(one => one.Name == column) is { } told
            ? Checked<CellStory>.Sound(new(told, await EventsAsync(form, period, RowId.Of(columns, key), told, cancellationToken)))
            : Checked<CellStory>.Faulty(Issue.At(null, "entry.unknown-column", ("column", column), ("nearest", NearestName.Of(column, known.Select(one => one.Name))), ("columns", string.Join(", ", known.Select(one => one.Name)))));
    }

    private async Task<ImmutableArray<CellEvent>> EventsAsync(string form, DateOnly period, string row, Column column, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var changes = await state.Set<EntryChange>().AsNoTracking()
            .Where(change => change.Form == form && change.Period == period && change.Row == row && change.Column == column.Name)
            .OrderByDescending(change => change.Id).Take(Most).ToListAsync(cancellationToken);
        var steps = await state.Set<EntryStep>().AsNoTracking().Where(step => step.Form == form && step.Period == period)
            .OrderByDescending(step => step.Id).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. changes.Select(change => new CellEvent(change.At, change.Person) { Version = change.Version, Value = CellValue.Read(change.Value, column) })
                .Concat(steps.Where(step => step.Rows.Split('\n').Contains(row)).Select(step => new CellEvent(step.At, step.Person) { Status = step.Status, Comment = step.Comment }))
                .OrderByDescending(told => told.At),
        ];
    }
}
