using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Editing;

/// <summary>What the forms of a card begin with.</summary>
/// <param name="HealthConsentOn">Without it nothing about health is entered (R2).</param>
/// <param name="HoldsRestricted">Facts on offences may be entered here by this user (R1).</param>
public sealed record CardForm(
    long PersonId, long EnrolmentId, PersonValues Person, EnrolmentValues Study, SeenCard Seen, DateOnly? HealthConsentOn, bool HoldsRestricted)
{
    public string FullName => $"{Person.LastName} {Person.FirstName} {Person.MiddleName}".TrimEnd();
}

public sealed class ReadCardForm(MarshrutDb db, Sealer sealer, CoreSettings settings, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<CardForm?> Read(long enrolmentId, CancellationToken cancel)
    {
        var found = await (
            from study in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on study.PersonId equals person.Id
            where study.Id == enrolmentId
            select new { study, person }).FirstOrDefaultAsync(cancel);
        return found is null
            ? null
            : new CardForm(
                found.person.Id,
                enrolmentId,
                PersonValues.Of(found.person),
                EnrolmentValues.Of(found.study),
                new SeenCard(found.person.Version, found.study.Version, clock.UtcNow()),
                sealer.OpenPersonFacts(found.person.Facts, found.person.Id).HealthConsentOn.Day,
                await MayHoldRestricted(db, settings, cancel));
    }

    /// <summary>Offences: an employment centre's own staff who hold the permission, or a region with a basis of its own (R1, R38).</summary>
    internal static async Task<bool> MayHoldRestricted(MarshrutDb db, CoreSettings settings, CancellationToken cancel) =>
        db.Scope.MayHandleRestricted
        && (settings.AnyoneHoldsRestrictedFacts
            || await db.Organizations.AnyAsync(row => row.Id == db.Scope.OrganizationId && row.Kind == OrganizationKind.EmploymentCentre, cancel));
}
