using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>An employment centre says how many people it can take over in a month.</summary>
public sealed class StateFreePlaces(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public const int Most = 10_000;

    /// <param name="month">Any day of the month; this month or one of the next twelve.</param>
    /// <param name="places">0 and more.</param>
    /// <param name="cancel">Stops the saving.</param>
    /// <exception cref="RuleViolation">Another month, or a number out of bounds.</exception>
    public async Task State(DateOnly month, int places, CancellationToken cancel)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var now = clock.Today();
        var thisMonth = new DateOnly(now.Year, now.Month, 1);
        if (first < thisMonth || first > thisMonth.AddMonths(12))
        {
            throw new RuleViolation("month", "Места указывают на этот месяц и на год вперёд. Выберите другой месяц.");
        }

        if (places is < 0 or > Most)
        {
            throw new RuleViolation("places", $"Напишите число мест от 0 до {Most}.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Organizations.OrganizationLock.Take(db, cancel);
        var row = await db.FreePlaces.SingleOrDefaultAsync(one => one.Month == first, cancel);
        var before = row?.Places;
        if (row is null)
        {
            db.FreePlaces.Add(new FreePlaces { Id = 0, OrganizationId = db.Scope.OrganizationId, Month = first, Places = places });
        }
        else
        {
            row.Places = places;
        }

        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.FreePlacesStated, "free-places", Details: new { month = first, before, places }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
