using Kelvin.Collection.Secrets;
using Kelvin.Collection.Sources.Runs;
using Kelvin.Entries.Keeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kelvin.State.Sqlite;

/// <summary>What the tool that writes migrations works on: every feature's records.</summary>
public sealed class MigrationContext : IDesignTimeDbContextFactory<KelvinState>
{
    /// <summary>The mappings of all features.</summary>
    public static IReadOnlyList<IStateMapping> Mappings { get; } = [new SecretMapping(), new SyncMapping(), new EntryMapping()];

    /// <inheritdoc />
    public KelvinState CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<KelvinState>();
        SqliteState.Use(options, ":memory:");
        return new KelvinState(options.Options, Mappings);
    }
}
