using System.Collections.Immutable;
using Kelvin.Catalog.Forms;
using Kelvin.Catalog.Reading;
using Kelvin.Formulas;
using Kelvin.Formulas.Evaluating;
using Kelvin.Formulas.Syntax;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Checks forms against the datasets in which their rows are kept.</summary>
internal sealed class FormChecker(IReadOnlyDictionary<string, Dataset> datasets, FaultyNames faulty, WorkingScope scope, IssueList issues)
{
    /// <summary>The sound forms.</summary>
    public ImmutableSortedDictionary<string, Form> Check(NameChoice<FormDraft> forms) =>
        forms.Sound.Values.OrderBy(draft => draft.Name, StringComparer.Ordinal).Select(Check).OfType<Form>().ToImmutableSortedDictionary(form => form.Name, form => form, StringComparer.Ordinal);

    private Form? Check(FormDraft draft)
    {
        if (Rows(draft) is not { } rows || !HasSoundTarget(draft))
            return null;
        var before = issues.Errors;
        if (draft.Dataset is not null)
            new FormShape(issues).Check(draft, rows);
        var columns = draft.Columns.Where(column => column.Column?.Formula is null).Select(column => Column(draft, column, rows)).OfType<FormColumn>().ToImmutableArray();
        var segments = draft.Segments.Select(segment => Segment(draft, segment)).OfType<FormSegment>().ToImmutableArray();
        var rules = draft.Rules.Select(rule => Rule(rule, rows)).OfType<FormRule>().ToImmutableArray();
        var owners = new FormOwners(segments, issues).Of(draft);
        if (issues.Errors > before)
            return null;
        return new(draft.Name, draft.Label, rows.Name, draft.Grain)
        {
            Description = draft.Description,
            Department = draft.Department,
            Overrides = draft.Overrides?.Text,
            Time = draft.Overrides is null ? rows.Time! : datasets[draft.Overrides.Text].Time!,
            Segments = segments,
            Columns = columns,
            Rules = rules,
            HasNote = rows.Find(Form.Note) is { IsStored: true, IsOptional: true, Type.Kind: ValueKind.Text },
            SaysWho = rows.Find(Form.EnteredBy) is { IsStored: true, IsOptional: true, Type.Kind: ValueKind.Text },
            Since = draft.Since,
            Due = draft.Due,
            Remind = draft.Remind ?? new DayDistance(2, true),
            Owners = owners,
            Approvers = draft.Approvers,
            Pack = draft.Pack,
            Place = draft.Place,
        };
    }

    /// <summary>The dataset of the form's rows; null after an issue, or where the dataset has one of its own.</summary>
    private Dataset? Rows(FormDraft draft)
    {
        var (name, place) = draft.Dataset is { } named ? (named.Text, named.Place) : (draft.Name, draft.Place);
        if (datasets.TryGetValue(name, out var rows))
            return rows;
        if (faulty.Datasets.Contains(name))
            issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", name));
        else if (draft.Dataset is not null)
            issues.Add(place, "catalog.unknown-dataset", ("dataset", name), ("nearest", NearestName.Of(name, datasets.Keys)));
        else if (draft.Overrides is { } overridden && !datasets.ContainsKey(overridden.Text))
            issues.Add(overridden.Place, faulty.Datasets.Contains(overridden.Text) ? "catalog.depends" : "catalog.unknown-dataset",
                ("dataset", overridden.Text), ("nearest", NearestName.Of(overridden.Text, datasets.Keys)), ("name", draft.Name), ("on", overridden.Text));
        return null;
    }

    private bool HasSoundTarget(FormDraft draft)
    {
        if (draft.Overrides is not { } overridden)
            return true;
        if (datasets.GetValueOrDefault(overridden.Text) is { Time: not null } rows && rows.Links.Any(link => link.Name == draft.Name))
            return true;
        issues.Add(draft.Place, "catalog.depends", ("name", draft.Name), ("on", overridden.Text));
        return false;
    }

    private FormColumn? Column(FormDraft form, FormColumnDraft draft, Dataset rows)
    {
        if (rows.Find(draft.Name.Text) is not { } column)
        {
            if (form.Dataset is not null)
                issues.Add(draft.Name.Place, "catalog.unknown-column", ("column", draft.Name.Text), ("dataset", rows.Name),
                    ("nearest", NearestName.Of(draft.Name.Text, rows.Columns.Where(known => known.IsStored).Select(known => known.Name))));
            else if (draft.Column is null)
                issues.Add(draft.Name.Place, "catalog.column-type", ("column", draft.Name.Text));
            return null;
        }
        if (form.Dataset is not null && draft.Column is not null)
            issues.Add(draft.Name.Place, "form.column-has-type", ("column", column.Name), ("dataset", rows.Name));
        else if (!column.IsStored || rows.RowKey.Contains(column.Name) || column.Type.Kind == ValueKind.Timestamp || column.Name is Form.Note or Form.EnteredBy)
            issues.Add(draft.Name.Place, "form.column-kind", ("column", column.Name));
        if (draft.Numeric is { } numeric && column.Type.Kind != ValueKind.Number)
            issues.Add(numeric, "form.numeric-rule", ("column", column.Name));
        return new(column) { IsRequired = draft.IsRequired, AtLeast = draft.AtLeast, AtMost = draft.AtMost, Change = draft.Change };
    }

    private FormSegment? Segment(FormDraft form, FormSegmentDraft draft)
    {
        var label = draft.Label ?? LocalText.Same(draft.Name.Text);
        if (draft.From is not { } from)
            return new(draft.Name.Text, label) { Values = draft.Values };
        if (!datasets.TryGetValue(from.Text, out var listed))
        {
            // A dataset that the form makes has the link already, and with it the issue.
            if (form.Dataset is not null)
                issues.Add(from.Place, "catalog.unknown-dataset", ("dataset", from.Text), ("nearest", NearestName.Of(from.Text, datasets.Keys)));
            return null;
        }
        if (listed.Key is not [var key] || listed.Find(key)!.Type.Kind != ValueKind.Text)
            issues.Add(from.Place, "form.segment-dataset", ("dataset", from.Text));
        if (draft.LabelColumn is { } name && listed.Find(name.Text) is not { IsStored: true, Type.Kind: ValueKind.Text })
            issues.Add(name.Place, "form.segment-name", ("column", name.Text), ("dataset", from.Text),
                ("nearest", NearestName.Of(name.Text, listed.Columns.Where(known => known.IsStored && known.Type.Kind == ValueKind.Text).Select(known => known.Name))));
        return new(draft.Name.Text, label) { From = from.Text, LabelColumn = draft.LabelColumn?.Text };
    }

    private FormRule? Rule(FormRuleDraft draft, Dataset rows)
    {
        var parsed = FormulaParser.Parse(draft.Condition.Source);
        issues.AddRange(parsed.Issues);
        if (!parsed.IsSound)
            return null;
        var condition = FormulaChecker.CheckRow(parsed.Value, scope.Dataset(rows.Name)!, scope);
        issues.AddRange(condition.Issues);
        if (!condition.IsSound)
            return null;
        if (condition.Value.Type.Kind != ValueKind.Boolean)
            issues.Add(draft.Condition.Place, "form.rule-truth", ("rule", draft.Condition.Text));
        else if (RowCalculator.Obstacle(condition.Value, path => path.Links.IsEmpty && rows.Find(path.Column) is { IsStored: true }) is { } obstacle)
            issues.Add(draft.Condition.Place, "form.rule-reach", ("part", obstacle));
        return new(condition.Value, draft.Condition.Text, draft.AsksForNote, draft.Message);
    }
}
