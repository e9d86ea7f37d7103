using System.Collections.Immutable;
using System.Globalization;
using Kelvin.Catalog.Forms;
using Kelvin.Entries.Deciding;
using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.State;

namespace Kelvin.Entries.Posting;

/// <summary>Writes down, in the transaction of a decision, which rows come to count by it.</summary>
internal sealed class PostingDraft(Sheet sheet, KelvinState state, DateTimeOffset now)
{
    /// <summary>Adds those of the rows that have changed, a posting for each person who submitted some.</summary>
    public void Add(IEnumerable<FormRow> rows)
    {
        foreach (var own in rows.Where(row => sheet.HasPending(row.Id)).GroupBy(row => Course(row) is { } course ? (course.SubmittedBy, course.Reason) : default))
        {
            var posted = new PostedRows(
                [.. own.Where(HasValue).Select(row => Values(row, withValues: true))],
                [.. own.Where(row => !HasValue(row) && MayBeThere(row)).Select(row => Values(row, withValues: false))]);
            // Kept with the posting, it is the same however often that is handed on. By the moment it differs from those of a state that was lost.
            var key = string.Create(CultureInfo.InvariantCulture, $"entry {sheet.Form.Name} {sheet.Day:yyyy-MM-dd} {now.UtcTicks} {string.Join(' ', own.Select(row => $"{row.Id}.{Course(row)!.Round}"))}");
            state.Add(new EntryPosting
            {
                Form = sheet.Form.Name, Dataset = sheet.Form.Dataset, Period = sheet.Day, Rows = posted.Write(), Key = Short(key),
                Person = own.Key.SubmittedBy ?? "", Reason = own.Key.Reason, At = now,
            });
            foreach (var row in own)
                Count(row);
        }
    }

    private void Count(FormRow row)
    {
        Course(row)!.HasCounted = true;
        foreach (var cell in sheet.Snapshot.Cells.Values.Where(cell => cell.Period == sheet.Day && cell.Row == row.Id))
            cell.Counts = true;
    }

    /// <summary>Whether the dataset has the row, or will have it by values that are on their way. One that is not there may leave all the same.</summary>
    private bool MayBeThere(FormRow row) => sheet.Snapshot.Has(sheet.Day, row.Id) || Course(row) is { HasCounted: true };

    private bool HasValue(FormRow row) => sheet.Form.Columns.Any(column => sheet.Snapshot.ValueIn(sheet.Day, row.Id, column.Column.Name) is not null);

    private ImmutableSortedDictionary<string, string?> Values(FormRow row, bool withValues)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var (column, value) in row.Key)
            values[column] = value;
        if (sheet.Form.Overrides is null)
            values[sheet.Form.Time] = CellValue.Write(sheet.Day);
        if (!withValues)
            return values.ToImmutable();
        foreach (var column in ReadGrid.ColumnsOf(sheet.Form, sheet.Snapshot.Dataset))
            values[column.Column.Name] = CellValue.Write(sheet.Snapshot.ValueIn(sheet.Day, row.Id, column.Column.Name));
        if (sheet.Form.SaysWho)
            values[Form.EnteredBy] = sheet.Snapshot.Cells.Values.Where(cell => cell.Period == sheet.Day && cell.Row == row.Id && !cell.Counts).MaxBy(cell => cell.At)?.Person;
        return values.ToImmutable();
    }

    private EntryRow? Course(FormRow row) => sheet.Snapshot.Rows.GetValueOrDefault((sheet.Day, row.Id));

    /// <summary>Many rows make a long name; the warehouse wants a short one.</summary>
    private static string Short(string key)
    {
        const int Longest = 200;
        return key.Length <= Longest ? key : key[..(Longest - 66)] + ".." + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
    }
}
