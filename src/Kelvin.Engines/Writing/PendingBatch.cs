using Kelvin.Engines.Book;
using Kelvin.Language;
using Kelvin.Queries.Warehouse;

namespace Kelvin.Engines.Writing;

/// <summary>A batch on its way into its dataset.</summary>
internal sealed class PendingBatch(RowBatch batch, int place, long load)
{
    /// <summary>The batch.</summary>
    public RowBatch Batch => batch;

    /// <summary>Its place among those that were handed over together.</summary>
    public int Place => place;

    /// <summary>The number it has as a load.</summary>
    public long Load => load;

    /// <summary>The rows that may come in.</summary>
    public List<int> Rows { get; private set; } = [];

    /// <summary>The rows that may not.</summary>
    public List<RefusedRow> Refused { get; } = [];

    /// <summary>Whether it is refused in whole because of some of its rows.</summary>
    public bool IsRefused => batch.AllOrNothing && Refused.Count > 0;

    /// <summary>Looks at its rows by themselves.</summary>
    public void Check()
    {
        var (sound, refused) = RowCheck.Check(batch);
        Refused.AddRange(refused);
        Rows = IsRefused ? [] : sound;
    }

    /// <summary>Refuses rows whose keys are there.</summary>
    public void RefusePresent(IReadOnlySet<int> rows)
    {
        Rows.RemoveAll(rows.Contains);
        var column = string.Join(", ", batch.Dataset.RowKey);
        Refused.AddRange(rows.Select(row => new RefusedRow(row, Issue.At(
            null, "rows.key-present", ("dataset", batch.Dataset.Name), ("column", column), ("value", RowKey.Of(batch.Dataset, batch.Rows, row).Text)))));
        if (IsRefused)
            Rows.Clear();
    }

    /// <summary>What became of it.</summary>
    public Checked<WriteReceipt> Outcome(RowChanges changes, long version) => IsRefused
        ? Checked<WriteReceipt>.Faulty([.. Refused.OrderBy(row => row.Row).Select(row => AtRow(row, batch.Dataset.Name))])
        : Checked<WriteReceipt>.Sound(new WriteReceipt(
            batch.Dataset.Name, IsWritten(changes) ? load : null, changes.Added, changes.Replaced, changes.Removed, changes.Unchanged,
            [.. Refused.OrderBy(row => row.Row)], changes.Touched.First, changes.Touched.Last, version));

    /// <summary>Whether the book has a line of it: when it changed something, or may come again under its key.</summary>
    public bool IsWritten(RowChanges changes) => !IsRefused && (changes.IsChange || batch.Key is not null);

    /// <summary>Its line in the book.</summary>
    public LoadLine Line(RowChanges changes, DateTime moment, long version)
    {
        var record = new LoadRecord(load, batch.Dataset.Name, batch.Kind, new DateTimeOffset(moment))
        {
            Mode = batch.Mode,
            Source = batch.Source,
            Person = batch.Person,
            Reason = batch.Reason,
            Added = changes.Added,
            Replaced = changes.Replaced,
            Removed = changes.Removed,
            Unchanged = changes.Unchanged,
            Rejected = Refused.Count,
            From = changes.Touched.First,
            Until = changes.Touched.Last,
        };
        return new LoadLine(record, batch.Key, RefusalText.Write(Refused), version) { Content = batch.Content };
    }

    /// <summary>A receipt given before.</summary>
    public static WriteReceipt Again(LoadLine line) => new(
        line.Record.Dataset, line.Record.Id, line.Record.Added, line.Record.Replaced, line.Record.Removed, line.Record.Unchanged,
        RefusalText.Read(line.Refused), line.Record.From, line.Record.Until, line.Version)
    {
        IsRepeated = true,
    };

    private static Issue AtRow(RefusedRow refused, string dataset) => refused.Reason with
    {
        Arguments = refused.Reason.Arguments.SetItem("dataset", dataset).SetItem("at", refused.Row + 1),
    };
}
