using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kelvin.State.Sqlite;

/// <summary>The state in one SQLite file.</summary>
public static class SqliteState
{
    /// <summary>Lets services ask for <c>IDbContextFactory&lt;KelvinState&gt;</c>. Call <see cref="PrepareAsync"/> before the first use.</summary>
    public static IServiceCollection AddSqliteState(this IServiceCollection services, string file) =>
        services.AddDbContextFactory<KelvinState>(options => Use(options, file));

    /// <summary>
    /// Brings the file to this version's shape; it is made when it is not there. A file that has to change is copied beside itself first.
    /// </summary>
    /// <exception cref="NewerStateException">A later version of the program has changed the file already.</exception>
    public static async Task PrepareAsync(IDbContextFactory<KelvinState> states, CancellationToken cancellationToken)
    {
        await using var state = await states.CreateDbContextAsync(cancellationToken);
        var applied = (await state.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = state.Database.GetMigrations().ToList();
        if (applied.Except(known).FirstOrDefault() is { } unknown)
            throw new NewerStateException(unknown);
        if (applied.Count > 0 && applied.Count < known.Count)
            await CopyAsync(state, FileOf(state) + $".before-{known[applied.Count]}", cancellationToken);
        await state.Database.MigrateAsync(cancellationToken);
        // Readers and a writer do not wait for each other; the setting stays with the file.
        await state.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL", cancellationToken);
    }

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteState).Assembly.FullName));

    /// <summary>A whole copy or none; one that an earlier attempt left is of a state that did not change.</summary>
    private static async Task CopyAsync(KelvinState state, string copy, CancellationToken cancellationToken)
    {
        var part = copy + ".part";
        File.Delete(part);
        await state.Database.ExecuteSqlAsync($"VACUUM INTO {part}", cancellationToken);
        File.Move(part, copy, overwrite: true);
    }

    private static string FileOf(KelvinState state) => state.Database.GetDbConnection().DataSource;
}
