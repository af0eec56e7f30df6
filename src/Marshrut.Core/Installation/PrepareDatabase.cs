using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Installation;

/// <summary>What every command needs before it touches the database: SQLite migrates by itself, PostgreSQL must be migrated already (R28).</summary>
public sealed class PrepareDatabase(MarshrutDb db, DatabaseAccess database, LoadReferenceData reference, MethodologyInForce methodologies, TimeProvider clock) : IUseCase
{
    public async Task Prepare(CancellationToken cancel)
    {
        if (database.IsSqlite)
        {
            await Migrate(cancel);
            return;
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            throw new InstallationProblem("not-migrated", "База данных не обновлена под эту версию программы. Выполните команду migrate.");
        }
    }

    public async Task Migrate(CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        await reference.Load(cancel);
        await methodologies.SeedFederal(clock, cancel);
    }
}
