using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>The tabs of the list.</summary>
public enum CaseTab
{
    /// <summary>Not ended and not asleep.</summary>
    Active = 0,

    /// <summary>Active, and the day of the next contact has come.</summary>
    Due = 1,

    /// <summary>Active without a curator.</summary>
    Uncurated = 2,

    Paused = 3,
    Closed = 4,

    /// <summary>Ended with work, and a planned question has come due.</summary>
    FollowUp = 5,

    /// <summary>Active, with a curator and without a plan.</summary>
    Unplanned = 6,

    /// <summary>Active, with a step of the plan whose term has passed.</summary>
    LateSteps = 7,
}

/// <param name="CuratorId">Only this curator's.</param>
/// <param name="Covered">Curators whose people count as this curator's too: he covers for them.</param>
/// <param name="Outcome">Ended so.</param>
/// <param name="From">The college or university that sent; null: anybody.</param>
/// <param name="District">Where the person lives or will live.</param>
/// <param name="Search">Part of a name.</param>
/// <param name="SilentDays">Nobody reached the person for so many days.</param>
public sealed record CaseFilter(
    CaseTab Tab = CaseTab.Active, long? CuratorId = null, CaseOutcome? Outcome = null, long? From = null, string? District = null, string? Search = null, int? SilentDays = null,
    IReadOnlyList<long>? Covered = null)
{
    public bool IsNarrowed => Outcome is not null || From is not null || District is not null || Search is not null || SilentDays is not null;

    internal IQueryable<CaseLine> Of(MarshrutDb db, DateOnly today)
    {
        var lines = CaseLine.Of(db);
        lines = Tab switch
        {
            CaseTab.Due => lines.Where(line => (line.State == CaseState.Opened || line.State == CaseState.InWork) && line.NextContactOn <= today),
            CaseTab.Uncurated => lines.Where(line => (line.State == CaseState.Opened || line.State == CaseState.InWork) && line.CuratorId == null),
            CaseTab.Unplanned => lines.Where(line => (line.State == CaseState.Opened || line.State == CaseState.InWork) && line.CuratorId != null && !db.Plans.Any(plan => plan.CaseId == line.Id)),
            CaseTab.LateSteps => lines.Where(line => (line.State == CaseState.Opened || line.State == CaseState.InWork)
                && db.Plans.Any(plan => plan.CaseId == line.Id && db.PlanSteps.Any(step => step.PlanId == plan.Id && step.State == StepState.Ahead && step.DueOn < today))),
            CaseTab.Paused => lines.Where(line => line.State == CaseState.Paused),
            CaseTab.Closed => lines.Where(line => line.State == CaseState.Closed),
            CaseTab.FollowUp => lines.Where(line => line.State == CaseState.Closed && db.FollowUps.Any(row => row.CaseId == line.Id && row.DoneOn == null && row.DueOn <= today)),
            _ => lines.Where(line => line.State == CaseState.Opened || line.State == CaseState.InWork),
        };
        if (CuratorId is { } curator)
        {
            long[] whose = [curator, .. Covered ?? []];
            lines = whose.Length == 1 ? lines.Where(line => line.CuratorId == curator) : lines.Where(line => line.CuratorId != null && whose.Contains(line.CuratorId.Value));
        }

        if (Outcome is { } outcome)
        {
            lines = lines.Where(line => line.Outcome == outcome);
        }

        if (From is { } from)
        {
            lines = lines.Where(line => line.SenderId == from);
        }

        if (District is { } district)
        {
            lines = lines.Where(line => line.District == district);
        }

        if (SilentDays is { } days)
        {
            var since = today.AddDays(-days);
            lines = lines.Where(line => (line.LastContactOn ?? line.OpenedOn) <= since);
        }

        if (Search is { } search && NameText.Normalize(search) is { Length: > 0 } name)
        {
            lines = lines.Where(line => line.SortName.Contains(name));
        }

        return lines;
    }
}

/// <summary>One case as the database gives it for lists. People who are forgotten are in none (R36).</summary>
public sealed class CaseLine
{
    public required long Id { get; init; }

    public required CaseState State { get; init; }

    public CaseOutcome? Outcome { get; init; }

    public long? CuratorId { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public DateOnly? SleepsUntil { get; init; }

    public DateOnly? LastContactOn { get; init; }

    public DateOnly? NextContactOn { get; init; }

    public required int FailedAttempts { get; init; }

    public required int Priority { get; init; }

    public required string SortName { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public string? MiddleName { get; init; }

    public string? Phone { get; init; }

    public string? District { get; init; }

    public string? ProgrammeCode { get; init; }

    public int? GraduationYear { get; init; }

    public long? SenderId { get; init; }

    public string? SenderName { get; init; }

    public string? CuratorName { get; init; }

    /// <summary>Steps of the plan that are to be done; null: there is no plan.</summary>
    public int? PlanSteps { get; init; }

    public int PlanDone { get; init; }

    internal static IQueryable<CaseLine> Of(MarshrutDb db) =>
        from row in db.Cases.AsNoTracking()
        join person in db.People.AsNoTracking() on row.PersonId equals person.Id
        join study in db.Enrolments.AsNoTracking() on row.EnrolmentId equals study.Id into studies
        from enrolment in studies.DefaultIfEmpty()
        join handed in db.TransferItems.AsNoTracking() on row.TransferItemId equals handed.Id into items
        from item in items.DefaultIfEmpty()
        select new CaseLine
        {
            Id = row.Id,
            State = row.State,
            Outcome = row.Outcome,
            CuratorId = row.CuratorId,
            OpenedOn = row.OpenedOn,
            ClosedOn = row.ClosedOn,
            SleepsUntil = row.SleepsUntil,
            LastContactOn = row.LastContactOn,
            NextContactOn = row.NextContactOn,
            FailedAttempts = row.FailedAttempts,
            Priority = row.Priority,
            SortName = row.SortName,
            LastName = person.LastName,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            Phone = person.Phone,
            District = person.DistrictAfter ?? person.District,
            ProgrammeCode = enrolment == null ? null : enrolment.ProgrammeCode,
            GraduationYear = enrolment == null ? null : enrolment.GraduationYear,
            SenderId = item == null ? null : item.FromOrganizationId,
            SenderName = item == null ? null : db.Organizations.Where(sender => sender.Id == item.FromOrganizationId).Select(sender => sender.Name).FirstOrDefault(),
            CuratorName = db.Users.Where(user => user.Id == row.CuratorId).Select(user => user.FullName).FirstOrDefault(),
            PlanSteps = db.Plans.Where(plan => plan.CaseId == row.Id).Select(plan => (int?)db.PlanSteps.Count(step => step.PlanId == plan.Id && step.State != StepState.Dropped)).FirstOrDefault(),
            PlanDone = db.Plans.Where(plan => plan.CaseId == row.Id).Select(plan => db.PlanSteps.Count(step => step.PlanId == plan.Id && step.State == StepState.Done)).FirstOrDefault(),
        };
}
