using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Ids;

namespace Marshrut.Core.Transfers.Drafts;

/// <param name="CentreId">An employment centre with a live agreement.</param>
/// <param name="EnrolmentIds">Whom the list is about, in any order.</param>
public sealed record NewTransferDraft(long CentreId, TransferKind Kind, IReadOnlyCollection<long> EnrolmentIds);

/// <summary>
/// Makes a draft of the people chosen and proposes whom to send: those with nothing missing and nothing certain ahead, of higher priority first, as many as
/// the employment centre has places this month. A specialist changes any of it.
/// </summary>
public sealed class ComposeTransfer(MarshrutDb db, BulkWriter bulk, TransferProposal proposal, TimeProvider clock) : IUseCase
{
    public const int MostPeople = 5_000;

    /// <returns>Id of the draft.</returns>
    /// <exception cref="RuleViolation">Nobody, or too many, are chosen; no live agreement with the centre.</exception>
    public async Task<long> Compose(NewTransferDraft input, CancellationToken cancel)
    {
        if (input.EnrolmentIds.Count is 0 or > MostPeople)
        {
            throw new RuleViolation("nobody-chosen", input.EnrolmentIds.Count == 0
                ? "Никто не выбран. Отметьте людей в списке."
                : $"За один раз передают не больше {MostPeople} человек. Сузьте отбор: по направлению, курсу или группе.");
        }

        var candidates = await proposal.Propose(input.CentreId, input.Kind, input.EnrolmentIds, cancel);
        var ids = new IdRange(db.Ids.Reserve(candidates.Count + 1), candidates.Count + 1);
        var draft = new TransferDraft
        {
            Id = ids.Take(),
            OrganizationId = db.Scope.OrganizationId,
            CentreId = input.CentreId,
            Kind = input.Kind,
            CreatedAt = clock.UtcNow(),
            CreatedBy = db.Scope.Actor,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.TransferDrafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        await bulk.Insert(
            candidates.Select(line => new TransferDraftPerson
            {
                Id = ids.Take(),
                OrganizationId = draft.OrganizationId,
                DraftId = draft.Id,
                PersonId = line.Candidate.Person.Id,
                EnrolmentId = line.Candidate.Enrolment.Id,
                IsChosen = line.IsProposed,
            }),
            cancel);
        await transaction.CommitAsync(cancel);
        return draft.Id;
    }
}
