using Marshrut.Core.Organizations;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Figures;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <param name="FinalYearOnly">Only the last course.</param>
/// <param name="Region">Every organisation of this region, for somebody who acts outside an organisation; null: the organisation in scope.</param>
/// <param name="Part">Only a part of the register; null: all of it.</param>
public sealed record AssessOrder(bool FinalYearOnly, string? Region = null, AssessedPart? Part = null);

/// <summary>
/// «Определить риск» as a job: an organisation, or all of a region. Each organisation is committed by itself, and equal results change
/// nothing, so a run that was cut off is simply begun anew.
/// </summary>
public sealed class AssessWork(MarshrutDb db, ActingScope scope, AssessOrganizations assess, TimeProvider clock) : IBackgroundWork
{
    public const string Name = "assess";
    private const int ReportEvery = 200;

    public string Kind => Name;

    public string Title => "Определение риска";

    public async Task Run(JobContext context, CancellationToken cancel)
    {
        var order = context.Arguments<AssessOrder>();
        var organizations = await Organizations(order, cancel);
        var input = new AssessOrganizationInput(clock.Today(), order.FinalYearOnly, order.Part);
        var total = AssessmentCounts.None;
        var done = 0;
        await foreach (var counts in assess.Assess(organizations, input, Progress, cancel))
        {
            total = total.With(counts);
            done++;
        }

        context.Summary = scope.HasOrganization ? InWords(total) : InWordsForOutsiders(total, organizations.Count);

        // Who acts outside an organisation sees no number of people (R47), even of a region that has one organisation.
        void Progress(int people, int of)
        {
            if (people % ReportEvery == 0 || people == of)
            {
                var alone = scope.HasOrganization;
                context.Report(alone ? people : done, alone ? of : organizations.Count, alone ? "определяем уровни" : "определяем уровни по организациям");
            }
        }
    }

    private static string InWords(AssessmentCounts total) =>
        $"Риск определён у {Russian.Number(total.Assessed)} из реестра: высокий у {Russian.Number(total.High)}, невысокий у {Russian.Number(total.NotHigh)}."
        + (total.WithoutConsent > 0 ? $" Без согласия на определение риска: {Russian.Number(total.WithoutConsent)}." : "");

    /// <summary>Whoever sees no people sees no level of few people either (DOMAIN §3, R47).</summary>
    private static string InWordsForOutsiders(AssessmentCounts total, int organizations)
    {
        var (parts, sum) = HiddenCounts.Of([total.High, total.NotHigh]);
        var words = $"Риск определён в {Russian.Count(organizations, "организации", "организациях", "организациях")}";
        return sum.How != CountShown.AsIs ? words + "."
            : parts.All(part => part.How == CountShown.AsIs)
                ? $"{words}: высокий у {Russian.Number(total.High)}, невысокий у {Russian.Number(total.NotHigh)}."
                : $"{words}, всего у {Russian.Count(total.Assessed, "человека", "человек", "человек")}.";
    }

    private async Task<List<Organization>> Organizations(AssessOrder order, CancellationToken cancel)
    {
        var all = db.Organizations.AsNoTracking().Where(row => row.Kind != OrganizationKind.School);
        if (scope.HasOrganization)
        {
            var own = scope.OrganizationId;
            return await all.Where(row => row.Id == own).ToListAsync(cancel) is [var one]
                ? [one]
                : throw new RuleViolation("school", "Для учеников школ уровень риска не определяется.");
        }

        var region = scope.RegionCode ?? order.Region ?? throw new RuleViolation("no-region", "Не сказано, для какого региона определить риск. Выберите регион.");
        return await all.Where(row => row.RegionCode == region).OrderBy(row => row.Id).ToListAsync(cancel);
    }
}
