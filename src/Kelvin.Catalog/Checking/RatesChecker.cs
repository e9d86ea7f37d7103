using Kelvin.Catalog.Reading;
using Kelvin.Catalog.Yaml;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog.Checking;

/// <summary>Holds the <c>rates:</c> of a dataset, and the currencies that columns of its rows say, against its columns.</summary>
internal sealed class RatesChecker(IssueList issues)
{
    /// <summary>The rates, or null with issues. Without them the dataset still serves as any other.</summary>
    public ExchangeRates? Check(DatasetDraft dataset)
    {
        if (dataset.Rates is not { } draft)
            return null;
        var before = issues.Errors;
        var rests = Is(dataset, draft.Currency, "catalog.rates-currency", type => type.Kind == ValueKind.Text)
            & Is(dataset, draft.Rate, "catalog.rates-rate", type => type == DataType.Number(Unit.None))
            & Is(dataset, draft.On, "catalog.rates-day", type => type.Kind == ValueKind.Date);
        var isColumn = dataset.Find(draft.To.Text) is not null;
        if (isColumn)
            rests &= Is(dataset, draft.To, "catalog.rates-currency", type => type.Kind == ValueKind.Text);
        else if (Currency.Find(draft.To.Text) is null)
            issues.Add(draft.To.Place, "catalog.rates-to", ("value", draft.To.Text), ("dataset", dataset.Name),
                ("nearest", CurrencyCode.Nearest(draft.To.Text.ToUpperInvariant()) ?? NearestName.Of(draft.To.Text, dataset.Columns.Select(known => known.Name))));
        string[] key = isColumn ? [draft.Currency.Text, draft.To.Text, draft.On.Text] : [draft.Currency.Text, draft.On.Text];
        if (rests && issues.Errors == before && !key.ToHashSet(StringComparer.Ordinal).IsSupersetOf(KeyOf(dataset)))
            issues.Add(draft.Place, "catalog.rates-key", ("dataset", dataset.Name), ("key", string.Join(", ", key)));
        return rests && issues.Errors == before
            ? new(dataset.Name, draft.Currency.Text, isColumn ? null : draft.To.Text, isColumn ? draft.To.Text : null, draft.Rate.Text, draft.On.Text)
            : null;
    }

    /// <summary>Whether the column by which an amount says its currency, if it does, holds text; a faulty one has its own issue.</summary>
    public bool HasSoundCurrency(DatasetDraft dataset, ColumnDraft amount)
    {
        if (amount.Type?.CurrencyColumn is not var (name, place))
            return true;
        var column = dataset.Find(name);
        if (column is { IsFaulty: true } or { Type.Type.Kind: ValueKind.Text })
            return !column.IsFaulty;
        issues.Add(place, "catalog.money-by", ("column", name), ("dataset", dataset.Name),
            ("nearest", column is null ? NearestName.Of(name, dataset.Columns.Where(known => known.Type?.Type.Kind == ValueKind.Text).Select(known => known.Name)) : null));
        return false;
    }

    /// <summary>What tells rows apart: a dataset without a key is told apart by nothing.</summary>
    private static IEnumerable<string> KeyOf(DatasetDraft dataset) =>
        dataset.Key.IsEmpty ? [""]
        : dataset.Validity is { } validity ? dataset.ThingKey.Append(validity.From).Select(column => column.Text)
        : dataset.Key.Select(column => column.Text);

    private bool Is(DatasetDraft dataset, YamlNode.Scalar name, string code, Predicate<DataType> fits)
    {
        if (dataset.Find(name.Text) is not { } column)
            issues.Add(name.Place, "catalog.unknown-rates-column", ("column", name.Text), ("dataset", dataset.Name),
                ("nearest", NearestName.Of(name.Text, dataset.Columns.Select(known => known.Name))));
        else if (column.Formula is not null)
            issues.Add(name.Place, "catalog.computed-rates-column", ("column", name.Text));
        else if (column.Type is { } type && !column.IsFaulty && !fits(type.Type))
            issues.Add(name.Place, code, ("column", name.Text));
        else
            return column is { IsFaulty: false, Type: not null };
        return false;
    }
}
