using System.Collections.Immutable;
using Kelvin.Catalog.Connections;
using Kelvin.Catalog.Expectations;
using Kelvin.Formulas;
using Kelvin.Language;
using Kelvin.Quantities;

namespace Kelvin.Catalog;

/// <summary>A table of facts or of things, with what its columns mean.</summary>
/// <param name="Name">Its name, unique in the catalog and used as the table's name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Columns">Its columns, stored and computed, in the order of the file.</param>
public sealed record Dataset(string Name, LocalText Label, ImmutableArray<Column> Columns)
{
    /// <summary>The columns whose values together name one row; empty when rows have no key.</summary>
    public ImmutableArray<string> Key { get; init; } = [];

    /// <summary>The time for which rows hold, where a key may have several rows, one after another; else null.</summary>
    public Validity? Validity { get; init; }

    /// <summary>The columns whose values no two rows share: the key, and the start of validity where rows hold for a time.</summary>
    public ImmutableArray<string> RowKey => Validity is { } validity ? Key.Add(validity.From) : Key;

    /// <summary>Whether every row must have a value in a column: one that is not optional, or is part of what names a row.</summary>
    public bool Requires(Column column) => !column.IsOptional || RowKey.Contains(column.Name);

    /// <summary>Links with names of their own, beside those of link columns.</summary>
    public ImmutableArray<DatasetLink> Links { get; init; } = [];

    /// <summary>The column that places a row in time unless a metric says otherwise: a date or an instant; or null.</summary>
    public string? Time { get; init; }

    /// <summary>How its rows hold a stock; null when they do not.</summary>
    public BalanceForm? Balance { get; init; }

    /// <summary>That its rows are exchange rates; null when they are not.</summary>
    public ExchangeRates? Rates { get; init; }

    /// <summary>Where rows come from: files, or a query over other datasets.</summary>
    public DatasetSource Source { get; init; } = new DatasetSource.Files(FileFormat.Default);

    /// <summary>How its rows are fetched over a connection; null when nothing fetches them.</summary>
    public DatasetFeed? Feed { get; init; }

    /// <summary>When its rows are expected and what they are to be like.</summary>
    public DatasetExpectations Expects { get; init; } = DatasetExpectations.None;

    /// <summary>Whether its rows say what holds instead of values of another dataset; they mean nothing by themselves.</summary>
    public bool IsOverride { get; init; }

    /// <summary>The pack it came with, or null for the workspace's own.</summary>
    public string? Pack { get; init; }

    /// <summary>Where it is defined.</summary>
    public Place? Place { get; init; }

    /// <summary>The unit of counting its rows.</summary>
    public Unit Item => Unit.Item(Name);

    /// <summary>The column of this name, or null.</summary>
    public Column? Find(string column) => Columns.FirstOrDefault(candidate => candidate.Name == column);
}
