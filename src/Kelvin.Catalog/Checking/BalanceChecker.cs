using System.Collections.Immutable;
using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;

namespace Kelvin.Catalog.Checking;

/// <summary>Holds the <c>balance:</c> of a dataset against its columns.</summary>
internal sealed class BalanceChecker(IssueList issues)
{
    /// <summary>
    /// The form, or null with issues. Without a sound one the dataset still serves metrics that are no balances.
    /// </summary>
    /// <param name="draft">The dataset as written.</param>
    /// <param name="columns">Its sound columns.</param>
    /// <param name="time">Its time column, or null.</param>
    public BalanceForm? Check(DatasetDraft draft, IReadOnlyDictionary<string, Column> columns, string? time)
    {
        if (draft.Balance is not { } balance)
            return null;
        if (balance is { From: { } from, To: { } to })
            return Spans(draft, columns, from, to);
        if (draft.Time is null)
            issues.Add(balance.Place, "catalog.balance-without-time", ("dataset", draft.Name));
        var series = balance.Series.Where(name => Find(draft, columns, name) is not null).Select(name => name.Text).ToImmutableArray();
        return time is not null && series.Length == balance.Series.Length ? new BalanceForm.Snapshots(series, balance.Carry) : null;
    }

    private BalanceForm.Spans? Spans(DatasetDraft draft, IReadOnlyDictionary<string, Column> columns, YamlNode.Scalar from, YamlNode.Scalar to)
    {
        var (start, end) = (Moment(draft, columns, from), Moment(draft, columns, to));
        if (start is null || end is null)
            return null;
        if (start.Type.Kind == end.Type.Kind)
            return new BalanceForm.Spans(start.Name, end.Name);
        issues.Add(to.Place, "catalog.balance-kinds", ("from", start.Name), ("to", end.Name));
        return null;
    }

    private Column? Moment(DatasetDraft draft, IReadOnlyDictionary<string, Column> columns, YamlNode.Scalar name)
    {
        if (Find(draft, columns, name) is not { } column)
            return null;
        if (column.Type.Kind is ValueKind.Date or ValueKind.Timestamp)
            return column;
        issues.Add(name.Place, "catalog.time-kind", ("column", name.Text));
        return null;
    }

    private Column? Find(DatasetDraft draft, IReadOnlyDictionary<string, Column> columns, YamlNode.Scalar name)
    {
        if (columns.TryGetValue(name.Text, out var column))
            return column;
        if (draft.Columns.All(candidate => candidate.Name != name.Text))
            issues.Add(name.Place, "catalog.unknown-balance-column", ("column", name.Text), ("dataset", draft.Name),
                ("nearest", NearestName.Of(name.Text, draft.Columns.Select(known => known.Name))));
        return null;
    }
}
