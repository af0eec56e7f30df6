using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Leaves;

public sealed record LeaveInput(long? CuratorId, long? CoverId, DateOnly? From, DateOnly? Until);

/// <summary>Says who is away and who calls his people meanwhile.</summary>
public sealed class SetLeave(MarshrutDb db, FindCurator curators, TimeProvider clock) : IUseCase
{
    private const int LongestMonths = 12;

    /// <exception cref="RuleViolation">Nobody chosen, a span that cannot be, or a colleague who is away himself.</exception>
    public async Task Set(LeaveInput input, CancellationToken cancel)
    {
        if (input.CuratorId is not { } curator || input.CoverId is not { } cover || curator == cover)
        {
            throw new RuleViolation("leave-people", "Выберите, кто в отпуске и кто замещает: это двое разных людей.");
        }

        var today = clock.Today();
        if (input.From is not { } from || input.Until is not { } until || until < from || until < today || until > today.AddMonths(LongestMonths))
        {
            throw new RuleViolation("leave-days", "Укажите первый и последний день отпуска: не раньше сегодняшнего и не дальше чем через год.");
        }

        await curators.Find(curator, cancel);
        await curators.Find(cover, cancel);
        var id = db.Ids.Take();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var meanwhile = await db.CuratorLeaves.AsNoTracking().Where(row => row.From <= until && row.Until >= from).ToListAsync(cancel);
        if (meanwhile.Exists(row => row.CuratorId == curator))
        {
            throw new RuleViolation("leave-twice", "На эти дни отпуск у него уже записан. Завершите прежнюю запись или выберите другие дни.");
        }

        if (meanwhile.Exists(row => row.CuratorId == cover || row.CoverId == curator))
        {
            throw new RuleViolation("cover-away", "В эти дни замещающий сам в отпуске, или отсутствующий кого-то замещает. Выберите другого.");
        }

        db.CuratorLeaves.Add(new CuratorLeave { Id = id, OrganizationId = db.Scope.OrganizationId, CuratorId = curator, CoverId = cover, From = from, Until = until });
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.LeaveSet, "leave", id, Details: new { curator, cover }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
