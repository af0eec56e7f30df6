using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>One transfer as its sender sees it: by name, for these are the sender's own people.</summary>
/// <param name="PassedOnFrom">The ЦЗН that gave the person on, whose case ended so; null: the ЦК itself sent them.</param>
public sealed record SentTransferCard(
    long Id, int Number, TransferKind Kind, string CentreName, DateTime SentAt, string SentBy, DateOnly AnswerBy, bool AnswerByIsPreliminary, string? PassedOnFrom,
    IReadOnlyList<SentPerson> People);

/// <param name="ReturnNote">The ЦЗН's words.</param>
/// <param name="OpenQuestions">Questions of the ЦЗН that wait for an answer.</param>
public sealed record SentPerson(
    long ItemId,
    long EnrolmentId,
    string LastName,
    string FirstName,
    string? MiddleName,
    string? Group,
    int Priority,
    TransferItemState State,
    DateTime? AnsweredAt,
    string? AnsweredBy,
    ReturnReason? ReturnReason,
    string? ReturnNote,
    int OpenQuestions,
    CaseState? CaseState,
    CaseOutcome? Outcome,
    string? CuratorName);

/// <summary>Opens a transfer for the organisation that sent it.</summary>
public sealed class ShowTransfer(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <returns>Null: the organisation in scope sent no such transfer.</returns>
    public async Task<SentTransferCard?> Show(long id, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        if (await db.Transfers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.FromOrganizationId == own, cancel) is not { } transfer)
        {
            return null;
        }

        var rows = await (
            from item in db.TransferItems.AsNoTracking()
            join person in db.People.AsNoTracking() on item.PersonId equals person.Id
            join enrolment in db.Enrolments.AsNoTracking() on item.EnrolmentId equals enrolment.Id
            where item.TransferId == id
            orderby item.Priority descending, person.SortName, item.Id
            select new
            {
                Item = item,
                person.LastName,
                person.FirstName,
                person.MiddleName,
                enrolment.Group,
                Open = db.TransferQuestions.Count(question => question.ItemId == item.Id && question.AnsweredAt == null),
            }).ToListAsync(cancel);
        var actors = rows.Select(row => row.Item.AnsweredBy).Append(transfer.SentBy).OfType<string>().Select(Actors.UserIn).OfType<long>().Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => actors.Contains(user.Id)).ToDictionaryAsync(user => Actors.Of(user.Id), user => user.FullName, cancel);
        var centre = await db.Organizations.Where(row => row.Id == transfer.ToOrganizationId).Select(row => row.Name).SingleAsync(cancel);
        return new SentTransferCard(
            transfer.Id,
            transfer.Number,
            transfer.Kind,
            centre,
            transfer.SentAt,
            names.GetValueOrDefault(transfer.SentBy, ""),
            transfer.AnswerBy,
            transfer.AnswerByIsPreliminary,
            await PassedOnFrom([.. rows.Select(row => row.Item.Id)], cancel),
            rows.ConvertAll(row => new SentPerson(
                row.Item.Id,
                row.Item.EnrolmentId,
                row.LastName,
                row.FirstName,
                row.MiddleName,
                row.Group,
                row.Item.Priority,
                row.Item.State,
                row.Item.AnsweredAt,
                row.Item.AnsweredBy is { } by ? names.GetValueOrDefault(by, "") : null,
                row.Item.ReturnReason,
                row.Item.ReturnNote is { } note ? sealer.OpenNote(note, SealPurpose.ReturnNote, row.Item.Id) : null,
                row.Open,
                row.Item.CaseState,
                row.Item.Outcome,
                row.Item.CuratorName)));
    }

    private Task<string?> PassedOnFrom(List<long> ids, CancellationToken cancel) => (
        from item in db.TransferItems.AsNoTracking()
        join centre in db.Organizations on item.ToOrganizationId equals centre.Id
        where item.PassedOnAs != null && ids.Contains(item.PassedOnAs.Value)
        select (string?)centre.Name).FirstOrDefaultAsync(cancel);
}
