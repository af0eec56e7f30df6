using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <summary>
/// The methodologist changes a measure or a set of the region in scope. Plans that are made keep their steps: they took the words with them. The journal
/// keeps what was and what is: it is no personal data.
/// </summary>
public sealed class ChangeCatalogue(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <param name="seenVersion">Of the catalogue that the form was filled in for.</param>
    /// <param name="change">Makes the new catalogue of the old one.</param>
    /// <param name="what">What is changed, for the journal: «мера „Ярмарка вакансий“».</param>
    /// <param name="cancel">Leaves nothing.</param>
    /// <exception cref="RuleViolation"><c>catalogue-changed</c>; <c>catalogue-unusable</c>.</exception>
    public async Task Change(int seenVersion, Func<PlanCatalogue, PlanCatalogue> change, string what, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode!;
        var row = await db.PlanCatalogues.FirstOrDefaultAsync(one => one.RegionCode == region, cancel);
        if ((row?.Version ?? 0) != seenVersion)
        {
            throw new RuleViolation("catalogue-changed", "Пока вы писали, каталог изменил другой методист. Ваш ввод сохранён: проверьте и нажмите кнопку ещё раз.");
        }

        var before = row is null ? PlanCatalogue.Federal : PlanCatalogue.FromJson(row.Content);
        var after = change(before);
        if (after.Problem() is { } problem)
        {
            throw new RuleViolation("catalogue-unusable", problem);
        }

        if (row is null)
        {
            row = new PlanCatalogueRow { Id = db.Ids.Take(), RegionCode = region, Content = "", ChangedAt = default, ChangedBy = "" };
            db.PlanCatalogues.Add(row);
        }

        (row.Content, row.ChangedAt, row.ChangedBy) = (after.ToJson(), clock.UtcNow(), db.Scope.Actor);
        row.Version++;
        db.Audit(new AuditDraft(null, AuditActions.PlanCatalogueChanged, "plan-catalogue", row.Id, Details: new { region, what, before = before.ToJson(), after = row.Content }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            throw new RuleViolation("catalogue-changed", "Каталог только что изменил другой методист. Обновите страницу и повторите.");
        }
    }
}
