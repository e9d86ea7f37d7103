using System.Collections.Immutable;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>
/// The datasets that forms make, and what overrides change in the datasets they are about. Afterwards they are checked as any other.
/// </summary>
internal static class FormDatasets
{
    /// <summary>The drafts with those of the forms' datasets.</summary>
    public static ImmutableArray<Draft> With(ImmutableArray<Draft> drafts, NameChoice<FormDraft> forms, IssueList issues)
    {
        var all = drafts.ToBuilder();
        foreach (var broken in drafts.Where(draft => draft is BrokenDraft { Kind: "form" } or FormDraft { IsFaulty: true, Dataset: null }))
            all.Add(new BrokenDraft("dataset", broken.Name, broken.Place, broken.Pack));
        foreach (var form in forms.Sound.Values.Where(form => form.Dataset is null).OrderBy(form => form.Name, StringComparer.Ordinal))
            if (form.Overrides is null)
                all.Add(Of(form));
            else if (Overridden(all, form) is >= 0 and var at && Over((DatasetDraft)all[at], form, issues) is { } made)
            {
                all[at] = WithOverrides((DatasetDraft)all[at], form);
                all.Add(made);
            }
        return all.ToImmutable();
    }

    private static DatasetDraft Of(FormDraft form)
    {
        var period = form.Head.Saying(Form.Period);
        return new(form.Name, form.Place, form.Pack, false, form.Label, [period, .. form.Segments.Select(segment => segment.Name)], period, new DatasetSource.Files(FileFormat.Default),
        [
            Stored(form, Form.Period, new ColumnType(DataType.Date, null, false), "form.period"),
            .. form.Segments.Select(segment => new ColumnDraft(
                segment.Name.Text, segment.Name.Place, false,
                new ColumnType(DataType.Text, null, false) { Link = segment.From is { } from ? (from.Text, from.Place) : null }, null, segment.Label)),
            .. form.Columns.Select(column => column.Column).OfType<ColumnDraft>()
                .Select(column => column.Type is { } type ? column with { Type = type with { IsOptional = true } } : column),
            .. Remarks(form),
        ]);
    }

    /// <summary>Rows of the same key as those they override, with the values that hold instead.</summary>
    private static DatasetDraft? Over(DatasetDraft rows, FormDraft form, IssueList issues)
    {
        var place = form.Overrides!.Place;
        var before = issues.Errors;
        if (rows.Key.IsEmpty || rows.Validity is not null)
            issues.Add(place, "form.overrides-key", ("dataset", rows.Name));
        if (rows.Time is null || rows.Find(rows.Time.Text) is { Formula: not null })
            issues.Add(place, "form.overrides-time", ("dataset", rows.Name));
        foreach (var column in form.Columns)
            if (rows.Find(column.Name.Text) is not { } there)
                issues.Add(column.Name.Place, "catalog.unknown-column", ("column", column.Name.Text), ("dataset", rows.Name),
                    ("nearest", NearestName.Of(column.Name.Text, rows.Columns.Where(known => known.Formula is null).Select(known => known.Name))));
            else if (there.Type is not { CurrencyColumn: null, Type.Kind: ValueKind.Number or ValueKind.Text or ValueKind.Boolean } || rows.Key.Any(key => key.Text == there.Name))
                issues.Add(column.Name.Place, "form.overrides-column", ("column", there.Name));
            else if (there.Overridden is { } other)
                issues.Add(column.Name.Place, "form.overrides-twice", ("column", there.Name), ("form", other));
            else if (there.Name is Form.Note or Form.EnteredBy || column.Column is not null)
                issues.Add(column.Name.Place, "form.column-has-type", ("column", there.Name), ("dataset", rows.Name));
        return issues.Errors > before ? null : new(form.Name, form.Place, form.Pack, false, form.Label, rows.Key, null, new DatasetSource.Files(FileFormat.Default),
        [
            .. rows.Key.Select(key => rows.Find(key.Text)!).Select(key => key with { Type = key.Type! with { Link = null } }),
            .. form.Columns.Select(column => rows.Find(column.Name.Text)!).Select(column => column with { Type = column.Type! with { IsOptional = true, Link = null } }),
            .. Remarks(form),
        ]) { IsOverride = true };
    }

    private static DatasetDraft WithOverrides(DatasetDraft rows, FormDraft form) => rows with
    {
        Links = rows.Links.Add(new LinkDraft(form.Head, form.Head, [.. rows.Key.Select(key => (key, key))], null)),
        Columns = [.. rows.Columns.Select(column => form.Columns.Any(one => one.Name.Text == column.Name) ? column with { Overridden = form.Name } : column)],
    };

    /// <summary>The dataset that an override is about, where it can be used: the workspace's before a pack's, as everywhere.</summary>
    private static int Overridden(ImmutableArray<Draft>.Builder drafts, FormDraft form)
    {
        var name = form.Overrides!.Text;
        var ofName = Enumerable.Range(0, drafts.Count).Where(at => drafts[at] is DatasetDraft { IsFaulty: false } draft && draft.Name == name && draft.Source is DatasetSource.Files).ToList();
        return ofName.FirstOrDefault(at => drafts[at].Pack is null, ofName.FirstOrDefault(-1));
    }

    private static ColumnDraft[] Remarks(FormDraft form) =>
    [
        Stored(form, Form.Note, new ColumnType(DataType.Text, null, true), "form.note"),
        Stored(form, Form.EnteredBy, new ColumnType(DataType.Text, null, true), "form.entered-by"),
    ];

    private static ColumnDraft Stored(FormDraft form, string name, ColumnType type, string label) => new(
        name, form.Place, false, type, null, new LocalText(Texts.Tongues.Select(code => KeyValuePair.Create(code, Texts.Say(Tongue.Find(code)!, label)))));
}
