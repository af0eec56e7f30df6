using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;

namespace Marshrut.Core.Installation;

/// <summary>What every command needs before it touches the database: SQLite migrates by itself, PostgreSQL must be migrated already (R28).</summary>
public sealed class PrepareDatabase(
    DatabaseAccess database, MigrateDatabase migrate, CheckSchema schema, LoadReferenceData reference, MethodologyInForce methodologies, TimeProvider clock) : IUseCase
{
    /// <exception cref="Platform.InstallationProblem">The database does not fit this version; the sentence says what to run.</exception>
    public async Task Prepare(CancellationToken cancel)
    {
        if (database.IsSqlite)
        {
            await Migrate(cancel);
        }
        else
        {
            await schema.Check(cancel);
        }
    }

    /// <returns>Names of the migrations applied.</returns>
    public async Task<IReadOnlyList<string>> Migrate(CancellationToken cancel)
    {
        var applied = await migrate.Migrate(cancel);
        await reference.Load(cancel);
        await methodologies.SeedFederal(clock, cancel);
        return applied;
    }
}
