using Kelvin.Entries.Grids;
using Kelvin.Entries.Keeping;
using Kelvin.Entries.Values;
using Kelvin.Language;
using Kelvin.State;

namespace Kelvin.Entries.Saving;

/// <summary>Writes values into cells, inside a transaction.</summary>
internal sealed class CellWriting(EntrySnapshot snapshot, KelvinState state, PersonName person, DateTimeOffset now)
{
    /// <summary>What becomes of a value for a cell that there is.</summary>
    public CellOutcome Write(CellEdit edit, string row)
    {
        var column = snapshot.Dataset.Find(edit.Column)!;
        var read = EnteredText.Read(edit.Text, column, edit.Tongue);
        if (!read.IsSound)
            return new CellOutcome.Refused(read.Issues[0]);
        var course = snapshot.Rows.GetValueOrDefault((edit.Period, row));
        if (course is { Status: RowStatus.Submitted } && snapshot.Form.NeedsApproval)
            return new CellOutcome.Refused(Issue.At(null, "entry.waits", ("person", course.SubmittedBy)));
        var value = CellValue.Write(read.Value.Value);
        var cell = snapshot.Cells.GetValueOrDefault((edit.Period, row, edit.Column));
        // Two who enter the same agree; nobody is asked anything.
        if (value == CellValue.Write(snapshot.ValueIn(edit.Period, row, edit.Column)))
            return new CellOutcome.Saved(read.Value.Value, cell?.Version ?? 0);
        if (cell is not null && cell.Version != edit.Version)
            return new CellOutcome.Overtaken(CellValue.Read(cell.Value, column), cell.Version, cell.Person, cell.At);
        Keep(edit, row, value, cell);
        Begin(edit.Period, row, course);
        return new CellOutcome.Saved(read.Value.Value, snapshot.Cells[(edit.Period, row, edit.Column)].Version);
    }

    private void Keep(CellEdit edit, string row, string? value, EntryCell? cell)
    {
        if (cell is null)
        {
            cell = new EntryCell { Form = snapshot.Form.Name, Period = edit.Period, Row = row, Column = edit.Column, Person = person.Text, At = now };
            state.Add(snapshot.Cells[(edit.Period, row, edit.Column)] = cell);
        }
        (cell.Value, cell.Version, cell.Person, cell.At, cell.Counts) = (value, cell.Version + 1, person.Text, now, false);
        state.Add(new EntryChange
        {
            Form = cell.Form, Period = cell.Period, Row = cell.Row, Column = cell.Column, Version = cell.Version, Value = value, Person = person.Text, At = now,
        });
    }

    /// <summary>A row that counts already is a draft again; what was sent back stays so until it is submitted anew.</summary>
    private void Begin(DateOnly period, string row, EntryRow? course)
    {
        if (course is null)
            state.Add(snapshot.Rows[(period, row)] = new EntryRow { Form = snapshot.Form.Name, Period = period, Row = row, HasCounted = snapshot.Has(period, row) && snapshot.Form.Overrides is null });
        else if (course.Status is RowStatus.Approved or RowStatus.Submitted)
            course.Status = RowStatus.Draft;
    }
}
