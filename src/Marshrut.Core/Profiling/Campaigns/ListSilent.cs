using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>One who has not answered, with the ways to reach them.</summary>
public sealed class SilentLine
{
    public required long InvitationId { get; init; }

    public required long EnrolmentId { get; init; }

    public required string LastName { get; init; }

    public required string FirstName { get; init; }

    public required string? MiddleName { get; init; }

    public required string SortName { get; init; }

    public required DateOnly BirthDate { get; init; }

    public required string? ProgrammeCode { get; init; }

    public required int? Course { get; init; }

    public required string? Group { get; init; }

    public required string? Phone { get; init; }

    public required string? Email { get; init; }

    public required InvitationState State { get; init; }

    public required int Letters { get; init; }

    public required bool NoLetters { get; init; }
}

/// <summary>Those of a campaign who have not answered, by group and name.</summary>
public sealed class ListSilent(MarshrutDb db) : IUseCase
{
    public const int PageSize = 50;

    private static readonly KeysetOrder<SilentLine> order = new KeysetOrder<SilentLine>().By(line => line.SortName).By(line => line.InvitationId);

    /// <param name="campaignId">Of the campaign.</param>
    /// <param name="group">One group; null: all.</param>
    /// <param name="after">Invitation that the page before ended with.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<(IReadOnlyList<SilentLine> Lines, bool HasNext)> List(long campaignId, string? group, long? after, CancellationToken cancel)
    {
        var all = Of(campaignId, group);
        var at = after is { } last ? await Lines(campaignId, group: null).FirstOrDefaultAsync(line => line.InvitationId == last, cancel) : null;
        var found = await order.Of(at is null ? all : order.Beyond(all, at, false), false).Take(PageSize + 1).ToListAsync(cancel);
        return (found.Take(PageSize).ToList(), found.Count > PageSize);
    }

    /// <summary>All of them at once, for a file.</summary>
    public async Task<IReadOnlyList<SilentLine>> All(long campaignId, string? group, CancellationToken cancel) =>
        await Of(campaignId, group).OrderBy(line => line.Group).ThenBy(line => line.SortName).ThenBy(line => line.InvitationId).ToListAsync(cancel);

    private IQueryable<SilentLine> Of(long campaignId, string? group) => Lines(campaignId, group).Where(line => line.State != InvitationState.Answered);

    private IQueryable<SilentLine> Lines(long campaignId, string? group) =>
        from invitation in db.Invitations.AsNoTracking()
        where invitation.CampaignId == campaignId
        join enrolment in db.Enrolments.AsNoTracking() on invitation.EnrolmentId equals enrolment.Id
        where @group == null || enrolment.Group == @group
        join person in db.People.AsNoTracking() on invitation.PersonId equals person.Id
        select new SilentLine
        {
            InvitationId = invitation.Id,
            EnrolmentId = enrolment.Id,
            LastName = person.LastName,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            SortName = person.SortName,
            BirthDate = person.BirthDate,
            ProgrammeCode = enrolment.ProgrammeCode,
            Course = enrolment.Course,
            Group = enrolment.Group,
            Phone = person.Phone,
            Email = person.Email,
            State = invitation.State,
            Letters = invitation.Letters,
            NoLetters = invitation.NoLetters,
        };
}
