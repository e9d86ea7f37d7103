using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// Checks that a declared dataset can hold the rows of a form: keyed by the period and the segments, and without values that the
/// form does not ask for. It writes whole rows.
/// </summary>
internal sealed class FormShape(IssueList issues)
{
    public void Check(FormDraft form, Dataset rows)
    {
        var place = form.Dataset!.Place;
        if (rows.Source is DatasetSource.Query || rows.Validity is not null || rows.Time is not { } time || !rows.Key.Contains(time) || rows.Find(time) is not { IsStored: true, Type.Kind: ValueKind.Date })
        {
            issues.Add(place, "form.dataset-shape", ("dataset", rows.Name));
            return;
        }
        foreach (var key in rows.Key.Where(key => key != time && form.Segments.All(segment => segment.Name.Text != key)))
            issues.Add(place, "form.key-not-segment", ("dataset", rows.Name), ("column", key));
        foreach (var segment in form.Segments)
            if (segment.Name.Text == time || !rows.Key.Contains(segment.Name.Text))
                issues.Add(segment.Name.Place, "form.segment-not-key", ("dataset", rows.Name), ("segment", segment.Name.Text), ("keys", string.Join(", ", rows.Key.Where(key => key != time))));
            else if (rows.Find(segment.Name.Text)!.Type.Kind != ValueKind.Text)
                issues.Add(segment.Name.Place, "form.segment-text", ("segment", segment.Name.Text));
        foreach (var column in rows.Columns)
            if (column.IsStored && (!column.IsOptional || column.Name is not (Form.Note or Form.EnteredBy)) && !rows.Key.Contains(column.Name) && form.Columns.All(given => given.Name.Text != column.Name))
                issues.Add(place, "form.column-left-out", ("dataset", rows.Name), ("column", column.Name));
    }
}
