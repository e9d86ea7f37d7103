using System.Collections.Immutable;
using Kelvin.Catalog;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Collection.Sources.Spooling;

/// <summary>Which columns at a source become which of a dataset.</summary>
/// <param name="Columns">The dataset's, as far as the source has them.</param>
/// <param name="Names">Their names at the source, with the cursor's at the end where there is one.</param>
internal sealed record ColumnPlan(ImmutableArray<Column> Columns, ImmutableArray<string> Names)
{
    /// <summary>
    /// Lays the columns at the source beside those of the dataset. A column that has gone or holds something else than before is an
    /// issue that names it; one that is new is mentioned.
    /// </summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="there">The columns at the source now.</param>
    /// <param name="before">Those of the last time; null the first time.</param>
    public static Checked<ColumnPlan> Of(SourceRequest request, ImmutableArray<SourceColumn> there, ImmutableArray<SourceColumn>? before)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        var found = new List<(Column Column, string Name)>();
        foreach (var (column, name) in request.Wanted)
        {
            var now = there.FirstOrDefault(one => one.Name == name);
            var last = before?.FirstOrDefault(one => one.Name == name);
            if (now is not null)
            {
                found.Add((column, name));
                if (WhyNot(request, column, now, last) is { } issue)
                    issues.Add(issue);
            }
            // Objects of JSON leave out what they lack; only where columns have types does one go.
            else if (last?.Type is not null || !column.IsOptional)
                issues.Add(Gone(request, column, name, there, last));
        }
        var cursor = request.Feed.Cursor;
        if (there.FirstOrDefault(one => one.Name == cursor) is { Kind: SourceKind.Other or SourceKind.Boolean } odd)
            issues.Add(Issue.At(request.Dataset.Place, "sync.cursor-kind", ("dataset", request.Dataset.Name), ("column", odd.Name), ("type", odd.Type)));
        else if (cursor is not null && there.All(one => one.Name != cursor))
            issues.Add(Issue.At(request.Dataset.Place, "sync.no-cursor",
                ("dataset", request.Dataset.Name), ("column", cursor), ("nearest", NearestName.Of(cursor, there.Select(one => one.Name)))));
        if (issues.Count > 0)
            return Checked<ColumnPlan>.Faulty(issues.ToImmutable());
        var changed = found.Select(one => (Now: there.First(now => now.Name == one.Name), Last: before?.FirstOrDefault(last => last.Name == one.Name)))
            .Where(one => one.Last is not null && one.Last.Type != one.Now.Type)
            .Select(one => Issue.At(request.Dataset.Place, "sync.column-changed",
                ("dataset", request.Dataset.Name), ("column", one.Now.Name), ("type", one.Now.Type), ("before", one.Last!.Type)).AsWarning());
        var more = before is null ? [] : there.Select(one => one.Name).Except(before.Value.Select(one => one.Name)).ToList();
        ImmutableArray<Issue> notes = more.Count == 0 ? [.. changed] : [.. changed, Issue.At(request.Dataset.Place, "sync.columns-new",
            ("dataset", request.Dataset.Name), ("count", more.Count), ("columns", string.Join(", ", more))).AsWarning()];
        return Checked<ColumnPlan>.Sound(
            new ColumnPlan([.. found.Select(one => one.Column)], [.. found.Select(one => one.Name), .. cursor is null ? [] : new[] { cursor }]), notes);
    }

    private static Issue Gone(SourceRequest request, Column column, string name, ImmutableArray<SourceColumn> there, SourceColumn? last) =>
        Issue.At(column.Place, last is null ? "sync.column-lacking" : "sync.column-gone",
            ("dataset", request.Dataset.Name), ("column", name), ("into", column.Name), ("connection", request.Connection.Connection.Name),
            ("nearest", NearestName.Of(name, there.Select(one => one.Name))), ("there", string.Join(", ", there.Select(one => one.Name).Take(50))));

    private static Issue? WhyNot(SourceRequest request, Column column, SourceColumn now, SourceColumn? last) =>
        CanHold(column.Type.Kind, now.Kind) ? null : Issue.At(
            column.Place, last is not null && last.Type != now.Type ? "sync.column-retyped" : "sync.column-type",
            ("dataset", request.Dataset.Name), ("column", now.Name), ("into", column.Name), ("type", now.Type), ("before", last?.Type),
            ("connection", request.Connection.Connection.Name));

    /// <summary>Texts may hold anything, and anything can be written as text; each value is looked at when it comes.</summary>
    private static bool CanHold(ValueKind column, SourceKind source) => source switch
    {
        SourceKind.Any => true,
        SourceKind.Other => false,
        SourceKind.Text => true,
        SourceKind.Number => column is ValueKind.Number or ValueKind.Boolean or ValueKind.Text,
        SourceKind.Boolean => column is ValueKind.Boolean or ValueKind.Text,
        _ => column is ValueKind.Date or ValueKind.Timestamp or ValueKind.Text,
    };
}
