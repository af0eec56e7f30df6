using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <param name="FromName">The college or university.</param>
/// <param name="ToName">The employment centre.</param>
/// <param name="OtherName">Of these two the one that is not in scope.</param>
/// <param name="AnswerBy">Until when a transfer of today would be answered in time.</param>
/// <param name="History">Newest first.</param>
public sealed record AgreementView(
    long Id,
    string FromName,
    string ToName,
    string OtherName,
    AgreementTerms Terms,
    DateOnly? LastDay,
    AgreementState State,
    int? DaysLeft,
    DateOnly? EndedOn,
    string? EndReason,
    WorkingDate AnswerBy,
    int Version,
    IReadOnlyList<AgreementAct> History)
{
    public bool MayBeChanged => EndedOn is null;

    /// <summary>What is over cannot be ended early.</summary>
    public bool MayBeEnded => EndedOn is null && State != AgreementState.Expired;
}

/// <summary>One agreement of the organisation in scope, with what was done to it by either side.</summary>
public sealed class ShowAgreement(MarshrutDb db, AgreementJournal journal, TimeProvider clock) : IUseCase
{
    /// <returns>Null: the organisation in scope has no such agreement.</returns>
    public async Task<AgreementView?> Show(long id, CancellationToken cancel)
    {
        var found = await (
            from row in db.Agreements.AsNoTracking()
            where row.Id == id
            join educational in db.Organizations on row.FromOrganizationId equals educational.Id
            join centre in db.Organizations on row.ToOrganizationId equals centre.Id
            select new { Agreement = row, FromName = educational.Name, ToName = centre.Name }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var (agreement, today) = (found.Agreement, clock.Today());
        return new AgreementView(
            agreement.Id,
            found.FromName,
            found.ToName,
            agreement.FromOrganizationId == db.Scope.OrganizationId ? found.ToName : found.FromName,
            agreement.Terms,
            agreement.LastDay,
            agreement.StateOn(today),
            ListAgreements.DaysLeft(agreement, today),
            agreement.EndedOn,
            agreement.EndReason,
            agreement.AnswerBy(today),
            agreement.Version,
            await journal.Read(id, afterVersion: -1, cancel));
    }
}
