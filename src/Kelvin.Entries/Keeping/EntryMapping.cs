using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Entries.Keeping;

/// <summary>How entries lie in tables.</summary>
public sealed class EntryMapping : IStateMapping
{
    private const int LongestName = 63;

    /// <inheritdoc />
    public void Map(ModelBuilder model)
    {
        model.Entity<EntryCell>(cell =>
        {
            cell.ToTable("entries_cells");
            cell.HasKey(one => new { one.Form, one.Period, one.Row, one.Column });
            cell.Property(one => one.Form).HasMaxLength(LongestName);
            cell.Property(one => one.Column).HasMaxLength(LongestName);
            cell.Property(one => one.Version).IsConcurrencyToken();
        });
        model.Entity<EntryChange>(change =>
        {
            change.ToTable("entries_changes");
            change.HasKey(one => one.Id);
            change.HasIndex(one => new { one.Form, one.Period, one.Row, one.Column });
        });
        model.Entity<EntryRow>(row =>
        {
            row.ToTable("entries_rows");
            row.HasKey(one => new { one.Form, one.Period, one.Row });
            row.Property(one => one.Form).HasMaxLength(LongestName);
            row.Property(one => one.Status).HasConversion<string>().HasMaxLength(20);
        });
        model.Entity<EntryStep>(step =>
        {
            step.ToTable("entries_steps");
            step.HasKey(one => one.Id);
            step.Property(one => one.Status).HasConversion<string>().HasMaxLength(20);
            step.HasIndex(one => new { one.Form, one.Period });
        });
        model.Entity<EntryPosting>(posting =>
        {
            posting.ToTable("entries_postings");
            posting.HasKey(one => one.Id);
            posting.HasIndex(one => one.DoneAt);
            posting.HasIndex(one => one.Key).IsUnique();
        });
    }
}
