using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Questionnaires;
using Marshrut.Rules.Profiling.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>How many of a part of the people answered.</summary>
public sealed record ResponseRate(string? ProgrammeCode, int? Course, string? Group, int Asked, int Opened, int Answered);

/// <param name="Rates">By programme, course and group.</param>
/// <param name="NoAddress">Silent ones without an e-mail address.</param>
/// <param name="Mailed">To how many at least one letter went.</param>
/// <param name="AllBy">When all will have answered at the present pace; null: nobody answers.</param>
/// <param name="Lately">How many answered in the days that the pace is taken over.</param>
public sealed record ShownCampaign(
    Campaign Campaign, string Questionnaire, IReadOnlyList<ResponseRate> Rates, int NoAddress, int Mailed, DateOnly? AllBy, int Lately)
{
    public int Asked => Rates.Sum(rate => rate.Asked);

    public int Answered => Rates.Sum(rate => rate.Answered);

    public int Opened => Rates.Sum(rate => rate.Opened);
}

/// <summary>A campaign in figures, as it stands at this moment.</summary>
public sealed class ShowCampaign(MarshrutDb db, FindQuestionnaire questionnaires, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is none here.</returns>
    public async Task<ShownCampaign?> Show(long id, CancellationToken cancel)
    {
        if (await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } campaign)
        {
            return null;
        }

        var rates = await (
            from invitation in db.Invitations.AsNoTracking()
            where invitation.CampaignId == id
            join enrolment in db.Enrolments.AsNoTracking() on invitation.EnrolmentId equals enrolment.Id
            group invitation by new { enrolment.ProgrammeCode, enrolment.Course, enrolment.Group } into part
            orderby part.Key.ProgrammeCode, part.Key.Course, part.Key.Group
            select new ResponseRate(
                part.Key.ProgrammeCode,
                part.Key.Course,
                part.Key.Group,
                part.Count(),
                part.Count(row => row.State == InvitationState.Opened),
                part.Count(row => row.State == InvitationState.Answered))).ToListAsync(cancel);
        var today = clock.Today();
        var days = Math.Clamp(today.DayNumber - campaign.StartsOn.DayNumber, 1, CampaignForecast.Days);
        var since = clock.UtcNow().AddDays(-days);
        var extra = await db.Invitations.AsNoTracking().Where(row => row.CampaignId == id).GroupBy(_ => 1).Select(all => new
        {
            Lately = all.Count(row => row.AnsweredAt >= since),
            Mailed = all.Count(row => row.Letters > 0),
        }).SingleOrDefaultAsync(cancel);
        var noAddress = await db.Invitations.CountAsync(row => row.CampaignId == id && row.State != InvitationState.Answered && db.People.Any(person => person.Id == row.PersonId && person.Email == null), cancel);
        var titles = await questionnaires.Titles([(campaign.Questionnaire, campaign.QuestionnaireVersion)], cancel);
        var silent = rates.Sum(rate => rate.Asked - rate.Answered);
        return new ShownCampaign(
            campaign,
            titles[(campaign.Questionnaire, campaign.QuestionnaireVersion)],
            rates,
            noAddress,
            extra?.Mailed ?? 0,
            CampaignForecast.AllBy(silent, extra?.Lately ?? 0, days, today),
            extra?.Lately ?? 0);
    }
}
