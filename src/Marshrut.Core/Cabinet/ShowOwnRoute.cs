using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet;

/// <param name="Type">Code of the type.</param>
/// <param name="Responsible">Full name of who answers for it; null: nobody yet.</param>
public sealed record OwnRequest(string Type, string Title, RequestState State, string? Responsible, DateOnly AskedOn, DateOnly? ClosedOn);

/// <param name="Centre">Employment centre that has taken the person over.</param>
/// <param name="Curator">Full name; null: not named yet.</param>
public sealed record OwnCase(string Centre, string? Curator);

/// <param name="IsDecided">A specialist has confirmed it.</param>
public sealed record OwnLevel(WayOut Way, bool IsDecided, DateOnly AsOf);

/// <summary>What a person sees of themselves on one page.</summary>
/// <param name="Survey">A questionnaire that waits for answers today; null: none.</param>
/// <param name="Contests">How many of what was said to be wrong wait for an answer.</param>
public sealed record OwnRoute(
    string FirstName,
    string Organization,
    string? Programme,
    string? Group,
    int? Course,
    int GraduationYear,
    RouteStage Stage,
    OwnLevel? Level,
    IReadOnlyList<OwnRequest> Requests,
    OwnCase? Case,
    string? Survey,
    int Contests);

/// <summary>«Мой маршрут»: the stage, the next steps, who helps. Nothing of it is about anybody else.</summary>
public sealed class ShowOwnRoute(MarshrutDb db, Sealer sealer, ListRequestTypes types, ReadHandedLines handed, TimeProvider clock) : IUseCase
{
    public async Task<OwnRoute> Show(CabinetOwner own, CancellationToken cancel)
    {
        var row = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            join organization in db.Organizations on enrolment.OrganizationId equals organization.Id
            where enrolment.Id == own.EnrolmentId && person.Id == own.PersonId
            select new { person.FirstName, Organization = organization.Name, Study = enrolment, Programme = (string?)programme.Name }).SingleAsync(cancel);
        var today = clock.Today();
        var stage = RouteStages.Of(row.Study.Level, row.Study.Status, row.Study.Course, row.Study.Group, row.Study.GraduationYear, today);
        return new OwnRoute(
            row.FirstName,
            row.Organization,
            row.Programme,
            row.Study.Group,
            row.Study.Course,
            row.Study.GraduationYear,
            stage,
            await Level(own, cancel),
            await Requests(own, cancel),
            await Case(own, cancel),
            await Survey(own, today, cancel),
            await db.FactContests.CountAsync(contest => contest.PersonId == own.PersonId && contest.State == ContestState.Open, cancel));
    }

    private async Task<OwnLevel?> Level(CabinetOwner own, CancellationToken cancel)
    {
        if (await db.Assessments.AsNoTracking().FirstOrDefaultAsync(one => one.IsCurrent && one.EnrolmentId == own.EnrolmentId, cancel) is not { } current)
        {
            return null;
        }

        var added = await db.AddedOf([current.SupplementVersionId], cancel);
        var way = WayOut.Of(sealer.OpenAssessment(current.Block, current.Id), current.SupplementVersionId is { } version ? added[version] : []);

        // A specialist may have set another level than the methodology proposed.
        return new OwnLevel(way with { IsHigh = current.IsHigh }, current.Status != AssessmentStatus.Proposed, current.LastAsOf);
    }

    private async Task<IReadOnlyList<OwnRequest>> Requests(CabinetOwner own, CancellationToken cancel)
    {
        var titles = (await types.List(cancel)).ToDictionary(type => type.Code, type => type.Title);
        var rows = await db.ClientRequests.AsNoTracking().Where(request => request.PersonId == own.PersonId)
            .OrderByDescending(request => request.AskedOn).ThenByDescending(request => request.Id)
            .Select(request => new { request.Type, request.State, request.ResponsibleId, request.AskedOn, request.ClosedOn })
            .ToListAsync(cancel);
        var users = rows.Select(request => request.ResponsibleId).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return rows.ConvertAll(request => new OwnRequest(
            request.Type, titles.GetValueOrDefault(request.Type, request.Type), request.State, request.ResponsibleId is { } user ? names.GetValueOrDefault(user) : null, request.AskedOn, request.ClosedOn));
    }

    private async Task<OwnCase?> Case(CabinetOwner own, CancellationToken cancel)
    {
        if (!(await handed.Read([own.PersonId], cancel)).TryGetValue(own.PersonId, out var line) || line is not { State: TransferItemState.Accepted, CaseState: not Rules.Cases.CaseState.Closed })
        {
            return null;
        }

        var sender = db.Scope.OrganizationId;
        var centre = await (
            from item in db.TransferItems.AsNoTracking()
            join organization in db.Organizations on item.ToOrganizationId equals organization.Id
            where item.FromOrganizationId == sender && item.PersonId == own.PersonId && item.State == TransferItemState.Accepted
            orderby item.Id descending
            select organization.Name).FirstOrDefaultAsync(cancel);
        return new OwnCase(centre ?? "", line.CuratorName);
    }

    /// <summary>Of the invitation that let the person in: its session opens that questionnaire alone.</summary>
    private async Task<string?> Survey(CabinetOwner own, DateOnly today, CancellationToken cancel)
    {
        var campaign = await (
            from invitation in db.Invitations.AsNoTracking()
            join one in db.Campaigns.AsNoTracking() on invitation.CampaignId equals one.Id
            where invitation.Id == own.InvitationId && invitation.State != InvitationState.Answered
            select one).FirstOrDefaultAsync(cancel);
        return campaign is not null && campaign.IsOpenOn(today) ? campaign.Title : null;
    }
}
