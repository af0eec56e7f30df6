using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

/// <summary>A draft, checked anew at this moment.</summary>
/// <param name="Places">Null: the centre stated none for this month.</param>
/// <param name="AnswerBy">When an answer would be due, were it sent today; null: no live agreement any more.</param>
public sealed record CheckedDraft(
    long Id, long CentreId, string CentreName, TransferKind Kind, MonthlyPlaces? Places, WorkingDate? AnswerBy, IReadOnlyList<CheckedPerson> People)
{
    /// <summary>Goes along when the draft is sent now.</summary>
    public IEnumerable<CheckedPerson> Going => People.Where(person => person is { IsChosen: true, Problems.Count: 0 });

    /// <summary>Could go along.</summary>
    public IEnumerable<CheckedPerson> LeftOut => People.Where(person => person is { IsChosen: false, Problems.Count: 0 });

    public IEnumerable<CheckedPerson> Missing => People.Where(person => person.Problems.Count > 0);
}

/// <param name="RowId">The draft's line.</param>
/// <param name="LeftOut">Why the proposal left the person out; null: no reason but a specialist's.</param>
/// <param name="Needs">What is asked for this person.</param>
public sealed record CheckedPerson(
    long RowId,
    long EnrolmentId,
    string LastName,
    string FirstName,
    string? MiddleName,
    string? Group,
    string ProgrammeCode,
    string? ProgrammeName,
    string? District,
    int Priority,
    bool IsChosen,
    IReadOnlyList<TransferProblem> Problems,
    LeftOut? LeftOut,
    string? Needs);

/// <summary>Checks a draft: who goes, who could, and what is missing for whom.</summary>
public sealed class ShowTransferDraft(
    MarshrutDb db, Sealer sealer, TransferProposal proposal, FindAgreementInForce agreements, CountFreePlaces places, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such draft in the organisation in scope.</returns>
    /// <exception cref="RuleViolation"><c>no-agreement</c>.</exception>
    public async Task<CheckedDraft?> Show(long draftId, CancellationToken cancel)
    {
        if (await db.TransferDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancel) is not { } draft)
        {
            return null;
        }

        var rows = await db.TransferDraftPeople.AsNoTracking().Where(row => row.DraftId == draftId).ToDictionaryAsync(row => row.EnrolmentId, cancel);
        var today = clock.Today();
        var proposed = await proposal.Propose(draft.CentreId, draft.Kind, rows.Keys, cancel);
        var agreement = await agreements.Find(draft.CentreId, today, cancel);
        return new CheckedDraft(
            draft.Id,
            draft.CentreId,
            agreement?.OtherName ?? "",
            draft.Kind,
            await places.Count(draft.CentreId, TransferProposal.FirstOfMonth(today), cancel),
            agreement is null ? null : WorkingDays.Russia.AddWorkingDays(today, agreement.AcceptanceDays),
            proposed.ConvertAll(line => Person(line, rows[line.Candidate.Enrolment.Id])));
    }

    private CheckedPerson Person(ProposedPerson line, TransferDraftPerson row)
    {
        var (person, study) = (line.Candidate.Person, line.Candidate.Enrolment);
        return new CheckedPerson(
            row.Id,
            study.Id,
            person.LastName,
            person.FirstName,
            person.MiddleName,
            study.Group,
            study.ProgrammeCode,
            line.Candidate.ProgrammeName,
            person.DistrictAfter ?? person.District,
            line.Candidate.Priority,
            row.IsChosen,
            line.Problems,
            line.LeftOut,
            row.Needs is { } needs ? sealer.OpenNote(needs, SealPurpose.TransferNeeds, row.Id) : null);
    }
}
