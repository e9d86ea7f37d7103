using Microsoft.EntityFrameworkCore;

namespace Kelvin.State;

/// <summary>
/// The application's own state: what is neither a definition nor a row of data, such as secrets, runs of connections and drafts.
/// Every feature adds its records; they share one database, so what belongs together is saved together.
/// </summary>
public sealed class KelvinState(DbContextOptions<KelvinState> options, IEnumerable<IStateMapping> mappings) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var mapping in mappings)
            mapping.Map(modelBuilder);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
}
