using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;

namespace Marshrut.Core.Installation;

/// <summary>What every command needs before it touches the database: SQLite migrates by itself, PostgreSQL must be migrated already (R28).</summary>
public sealed class PrepareDatabase(DatabaseAccess database, MigrateDatabase migrate, CheckSchema check, LoadReferenceData reference, MethodologyInForce methodologies, TimeProvider clock)
    : IUseCase
{
    /// <exception cref="Platform.InstallationProblem">The installation cannot be worked in.</exception>
    public async Task Prepare(CancellationToken cancel)
    {
        if (database.IsSqlite)
        {
            await Migrate(cancel);
        }
        else
        {
            await check.Check(cancel);
        }
    }

    /// <returns>Names of the migrations applied, oldest first.</returns>
    /// <exception cref="Platform.InstallationProblem">The installation cannot be worked in.</exception>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel)
    {
        var applied = await migrate.Migrate(cancel);
        await reference.Load(cancel);
        await methodologies.SeedFederal(clock, cancel);
        return applied;
    }
}
