using Kelvin.State;
using Microsoft.EntityFrameworkCore;

namespace Kelvin.Collection.Sources.Runs;

/// <summary>How runs lie in tables, and how far each dataset has come.</summary>
public sealed class SyncMapping : IStateMapping
{
    private const int LongestName = 63;

    /// <inheritdoc />
    public void Map(ModelBuilder model)
    {
        model.Entity<SyncRun>(run =>
        {
            run.ToTable("collection_runs");
            run.HasKey(one => one.Id);
            run.Property(one => one.Dataset).HasMaxLength(LongestName);
            run.Property(one => one.Connection).HasMaxLength(LongestName);
            run.Property(one => one.Outcome).HasConversion<string>().HasMaxLength(20);
            run.Ignore(one => one.Issues);
            run.HasIndex(one => new { one.Dataset, one.Id });
        });
        model.Entity<SyncPosition>(position =>
        {
            position.ToTable("collection_positions");
            position.HasKey(one => one.Dataset);
            position.Property(one => one.Dataset).HasMaxLength(LongestName);
            position.Ignore(one => one.Columns);
        });
        model.Entity<SyncedFile>(file =>
        {
            file.ToTable("collection_files");
            file.HasKey(one => new { one.Dataset, one.Name });
            file.Property(one => one.Dataset).HasMaxLength(LongestName);
        });
    }
}
