using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>A regional version that the methodologist is still working at: the federal one with two values set apart (DOMAIN §7).</summary>
internal sealed class DemoMethodology(MarshrutDb db, TimeProvider clock)
{
    public async Task AddDraft(SeedDates dates, string author, CancellationToken cancel)
    {
        if (await db.MethodologyVersions.AnyAsync(row => row.RegionCode == DemoMap.RegionCode, cancel))
        {
            return;
        }

        var federal = await db.MethodologyVersions.AsNoTracking().Where(row => row.RegionCode == null).OrderByDescending(row => row.Number).FirstAsync(cancel);
        const string Document = "Протокол межведомственной рабочей группы № 3";
        var date = dates.Today.AddDays(-11);
        var parameters = MethodologyParameters.FromJson(federal.Parameters) with
        {
            Overrides =
            [
                new MethodologyOverride(
                    new OverrideScope.OfProgramme(ProgrammeCatalogue.Design),
                    new OverrideChange.EmploymentRatio(new Rational(3, 2)),
                    "Выпускники-дизайнеры чаще работают на себя, и самозанятость в статистике учтена не полностью",
                    Document,
                    date,
                    author),
                new MethodologyOverride(
                    new OverrideScope.OfCategory(EducationLevel.SkilledWorker),
                    new OverrideChange.Weight((int)FactCode.FieldExperience, 3),
                    "Без практики рабочего не берут: предприятия области назвали её первым условием",
                    Document,
                    date,
                    author),
            ],
        };
        var version = new MethodologyVersion
        {
            Id = db.Ids.Take(),
            RegionCode = DemoMap.RegionCode,
            Number = 1,
            State = MethodologyState.Draft,
            EffectiveFrom = new DateOnly(dates.ClassYear + 1, 7, 1),
            Parameters = parameters.ToJson(),
            BasedOnId = federal.Id,
            Reason = "Особые значения для дизайнеров и рабочих профессий",
            Document = Document,
            DocumentDate = date,
            Actor = db.Scope.Actor,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.MethodologyVersions.Add(version);
        db.Audit(new AuditDraft(null, AuditActions.MethodologyChanged, "methodology", version.Id, Details: new
        {
            methodology = MethodologyName.Code(version),
            state = version.State.ToString(),
            overrides = parameters.Overrides.Length,
        }));
        await db.SaveChangesAsync(cancel);
    }
}
