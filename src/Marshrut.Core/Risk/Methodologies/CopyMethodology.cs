using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Methodologies;

/// <summary>A new draft of the region from any version it sees (DOMAIN §7: a version changes only by a copy).</summary>
public sealed class CopyMethodology(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation">There is no such version here.</exception>
    public async Task<MethodologyVersion> Copy(long id, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Методику меняют в регионе. Выберите регион.");
        var source = await db.VisibleMethodologies().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel)
            ?? throw new RuleViolation("methodology-unknown", "Такой версии методики нет.");
        var latest = await db.MethodologyVersions.Where(row => row.RegionCode == region).MaxAsync(row => (int?)row.Number, cancel) ?? 0;
        var draft = new MethodologyVersion
        {
            Id = db.Ids.Take(),
            RegionCode = region,
            Number = latest + 1,
            State = MethodologyState.Draft,
            EffectiveFrom = clock.Today(),
            Parameters = source.Parameters,
            BasedOnId = source.Id,
            Actor = db.Scope.Actor,
            CreatedAt = clock.UtcNow(),
        };
        db.MethodologyVersions.Add(draft);
        db.Audit(new AuditDraft(null, AuditActions.MethodologyChanged, "methodology", draft.Id, Details: new { change = "copied", from = MethodologyName.Code(source), region }));
        await db.SaveChangesAsync(cancel);
        return draft;
    }
}
