using Marshrut.Core.Platform.Data;
using Marshrut.Core.Profiling.Groups;
using Marshrut.Rules.Profiling;
using Marshrut.Rules.Profiling.Groups;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Whom a campaign asks: a client group, a stage, both, or everybody who studies or graduated.</summary>
/// <param name="GroupCode">As the address of a list names it; null: any.</param>
/// <param name="Group">Its rule.</param>
/// <param name="Words">In words.</param>
public sealed record AudienceInput(string? GroupCode, GroupRule? Group, RouteStage? Stage, string Words);

/// <param name="EnrolmentId">Of several studies the latest.</param>
public sealed record AudienceMember(long PersonId, long EnrolmentId, bool HasEmail);

/// <summary>Finds the people of an audience, each once.</summary>
public sealed class FindAudience(MarshrutDb db, FindMembers members) : IUseCase
{
    public async Task<IReadOnlyList<AudienceMember>> Find(AudienceInput input, CancellationToken cancel)
    {
        var only = input.Group is null && input.Stage is null ? null : await members.Find(input.Group, input.Stage, cancel);
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            where enrolment.Status != EnrolmentStatus.Expelled
            orderby enrolment.GraduationYear descending, enrolment.Id descending
            select new AudienceMember(person.Id, enrolment.Id, person.Email != null)).ToListAsync(cancel);
        return [.. rows.Where(row => only?.Contains(row.EnrolmentId) != false).DistinctBy(row => row.PersonId)];
    }
}
