using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Where an invitation stands: what the door of the page needs to set the scope.</summary>
/// <param name="RegionCode">Of the organisation.</param>
public sealed record InvitationDoor(long InvitationId, long OrganizationId, string RegionCode, long PersonId);

/// <summary>
/// Finds the invitation that a link, a code or a session names, before any organisation is in scope. On the bypass list: nothing but the door leaves it, and only to
/// who holds what was made for this very invitation.
/// </summary>
public sealed class OpenInvitation(MarshrutDb db, PersonalLinks links, TimeProvider clock) : IUseCase
{
    /// <summary>The door of a link, pressed or not; number of the link.</summary>
    public async Task<(InvitationDoor Door, int Number)?> ByLink(string? token, CancellationToken cancel) =>
        links.Read(token) is var (id, number) && await ById(id, cancel) is { } door ? (door, number) : null;

    /// <summary>The door of an invitation that a session remembers.</summary>
    public Task<InvitationDoor?> ById(long id, CancellationToken cancel) => Door(id, cancel);

    /// <summary>By the printed code and the birth date. A code rests for a while after wrong dates; the answer to a wrong code, a wrong date and a resting code is the same.</summary>
    /// <returns>Null: they do not fit together.</returns>
    public async Task<InvitationDoor?> ByCode(string? code, DateOnly? birthDate, CancellationToken cancel)
    {
        if (PersonalLinks.TidyCode(code) is not { } tidy || birthDate is not { } born)
        {
            return null;
        }

        var hash = links.CodeHash(tidy);
        var id = await db.Invitations.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.CodeHash == hash).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel);
        if (id is null || await ById(id.Value, cancel) is not { } door)
        {
            return null;
        }

        db.Scope.EnterOrganization(door.OrganizationId, door.RegionCode);
        var invitation = await db.Invitations.SingleAsync(row => row.Id == id, cancel);
        var now = clock.UtcNow();
        if (invitation.RestsAt(now))
        {
            return null;
        }

        if (await db.People.Where(row => row.Id == door.PersonId).Select(row => row.BirthDate).SingleAsync(cancel) != born)
        {
            invitation.TriedWrong(now);
            await Saved(cancel);
            return null;
        }

        invitation.TriedRight();
        return await Saved(cancel) ? door : null;
    }

    /// <summary>Who guesses many times at once gets the answer of a wrong guess.</summary>
    private async Task<bool> Saved(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private Task<InvitationDoor?> Door(long id, CancellationToken cancel) => (
        from row in db.Invitations.IgnoreQueryFilters([MarshrutDb.OwnFilter]).AsNoTracking()
        where row.Id == id
        join organization in db.Organizations on row.OrganizationId equals organization.Id
        select new InvitationDoor(row.Id, row.OrganizationId, organization.RegionCode, row.PersonId)).FirstOrDefaultAsync(cancel);
}
