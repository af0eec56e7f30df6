using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Cases.Applications;

/// <summary>Keeps an uploaded file of ЕЦП until it is written or put away; <see cref="DropServiceFiles"/> takes what nobody comes back to.</summary>
public sealed class StageServiceFile(MarshrutDb db, PlanServiceFile plan, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>Its id.</returns>
    /// <exception cref="SpreadsheetProblem">It is no table, or none of its first rows is a header.</exception>
    public async Task<long> Stage(byte[] content, CancellationToken cancel)
    {
        using (var file = new MemoryStream(content))
        {
            TableFile.Open(file, ServiceFileColumns.All, await plan.Mapping(cancel), _ => true).Dispose();
        }

        var id = db.Ids.Take();
        db.ServiceFiles.Add(new ServiceFile { Id = id, OrganizationId = db.Scope.OrganizationId, AddedAt = clock.UtcNow(), Content = sealer.Seal(content, SealPurpose.ServiceFile, id) });
        await db.SaveChangesAsync(cancel);
        return id;
    }
}
