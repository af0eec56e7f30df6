using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Profiling.Questionnaires;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Responses;

/// <param name="EnrolmentId">The card that it is written on.</param>
/// <param name="Questionnaire">The version that was asked.</param>
/// <param name="On">The day of the answers; null: today.</param>
/// <param name="InvitationId">The invitation that the person answers by; null: a specialist writes it down.</param>
public sealed record ResponseInput(long EnrolmentId, Questionnaire Questionnaire, Answers Answers, ResponseWay Way, DateOnly? On, long? InvitationId = null);

/// <param name="Facts">How many facts say something else now.</param>
/// <param name="Requests">How many client requests were written; one of a type that goes on already is not written again.</param>
/// <param name="IsDetermined">The level was determined anew.</param>
public sealed record RecordedResponse(long Id, int Facts, int Requests, bool IsDetermined);

/// <summary>
/// Writes down what a person answered: the response itself, the facts that follow as answers of the person (rank «анкета», twelve months), the client requests,
/// all or nothing; then the level is determined anew. An older answer never outweighs a newer one.
/// </summary>
public sealed class RecordResponse(MarshrutDb db, Sealer sealer, CardBook book, ReadAnswers read, AssessOrganization assess, TimeProvider clock) : IUseCase
{
    /// <returns>Null: there is no such card here.</returns>
    /// <exception cref="RuleViolation"><c>answers-incomplete</c>: <see cref="ResponseReading.Problems"/> says where; <c>on-unusable</c>; <c>way-missing</c>; <c>request-going</c>; <c>answered-already</c>.</exception>
    public async Task<RecordedResponse?> Record(ResponseInput input, CancellationToken cancel)
    {
        var questionnaire = input.Questionnaire;
        var (on, answers, follows) = Read(input, await read.Directories(questionnaire, cancel));
        var (id, evidenceId) = (db.Ids.Take(), db.Ids.Take());
        var requestIds = follows.Requests.ToDictionary(type => type, _ => db.Ids.Take());
        HashSet<long> studies;
        int requests;
        List<FieldChange> changes;
        await using (var transaction = await book.Begin(cancel))
        {
            if (await book.Open(input.EnrolmentId, cancel) is not { } card)
            {
                return null;
            }

            var agreedAt = await AnswerInvitations(card.Person.Id, input, id, cancel);
            db.Responses.Add(new Response
            {
                Id = id,
                OrganizationId = db.Scope.OrganizationId,
                PersonId = card.Person.Id,
                EnrolmentId = card.Study.Id,
                Questionnaire = questionnaire.Code,
                Version = questionnaire.Version,
                AnsweredOn = on,
                Way = input.Way,
                AgreedAt = agreedAt,
                Actor = db.Scope.Actor,
                Answers = sealer.Seal(answers, id),
            });
            changes = PutFacts(card, follows, on);
            requests = await AddRequests(card.Person.Id, requestIds, on, cancel);
            book.Tell(
                new CardAct(
                    AuditActions.ResponseRecorded, card.Person.Id, card.Study.Id, changes, Reason: null, Source: EvidenceSource.Profiling,
                    Details: new { title = questionnaire.Title, version = questionnaire.Version, way = (int)input.Way, on }),
                evidenceId,
                clock.UtcNow());
            studies = [.. card.Studies.Select(study => study.Id)];
            try
            {
                await book.Save(cancel);
            }
            catch (DbUpdateException problem) when (UniqueRows.Broken(problem))
            {
                // The index keeps one request of a type: a colleague has just written the same.
                throw new RuleViolation("request-going", "Пока вы записывали ответы, такой же запрос этого человека записал другой. Нажмите ещё раз: второй раз его не запишем.");
            }

            await transaction.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        var isDetermined = changes.Count > 0 && await db.AssessmentRuns.AnyAsync(cancel);
        if (isDetermined)
        {
            await assess.Assess(new AssessOrganizationInput(clock.Today(), FinalYearOnly: false, Only: studies), cancel);
        }

        return new RecordedResponse(id, changes.Count, requests, isDetermined);
    }

    /// <summary>Every campaign that goes on and asks this person the same has its answer now, whoever wrote it down.</summary>
    /// <returns>When the person agreed, where they answer by an invitation.</returns>
    private async Task<DateTime?> AnswerInvitations(long personId, ResponseInput input, long responseId, CancellationToken cancel)
    {
        var today = clock.Today();
        var invitations = await (
            from row in db.Invitations
            where row.PersonId == personId
            join campaign in db.Campaigns on row.CampaignId equals campaign.Id
            where campaign.Questionnaire == input.Questionnaire.Code && campaign.StoppedAt == null && campaign.StartsOn <= today && campaign.EndsOn >= today
            select row).ToListAsync(cancel);
        DateTime? agreedAt = null;
        if (input.InvitationId is { } own)
        {
            agreedAt = invitations.Find(row => row.Id == own)?.AgreedAt ?? throw new RuleViolation("answered-already", "Эти ответы уже отправлены.");
        }

        foreach (var invitation in invitations.Where(row => row.Id == input.InvitationId || row.State != InvitationState.Answered))
        {
            invitation.Answered(responseId, clock.UtcNow());
        }

        return agreedAt;
    }

    private (DateOnly On, Answers Answers, Conclusions Follows) Read(ResponseInput input, AnswerDirectories directories)
    {
        var today = clock.Today();
        var on = input.On ?? today;
        if (on > today || on.AddMonths(ListResponses.ValidMonths) < today)
        {
            throw new RuleViolation("on-unusable", "Дата ещё не наступила, или ответам больше года. Укажите день, когда человек отвечал.");
        }

        if (!Enum.IsDefined(input.Way) || input.Way == ResponseWay.ByLink != input.InvitationId is not null)
        {
            throw new RuleViolation("way-missing", "Выберите, как получены ответы.");
        }

        if (ResponseReading.Problems(input.Questionnaire, input.Answers, directories).Count > 0)
        {
            throw new RuleViolation("answers-incomplete", "Ответы записаны не полностью: посмотрите отмеченные вопросы.");
        }

        return (on, ResponseReading.Kept(input.Questionnaire, input.Answers), ResponseReading.Conclude(input.Questionnaire, input.Answers));
    }

    private List<FieldChange> PutFacts(OpenedCard card, Conclusions follows, DateOnly on)
    {
        var changes = new List<FieldChange>();
        var (person, study) = (false, false);
        foreach (var (code, value, months) in follows.Facts)
        {
            var before = StatedFact.Get(card, code, sealer, FactRank.Profiling);
            var after = FactEntry.Answered(value, on, months);
            if (before == after || (!before.IsEmpty && before.RecordedOn.CompareTo(on) > 0))
            {
                continue;
            }

            StatedFact.Put(card, code, after, sealer);
            changes.Add(StatedFact.Change(code, before, after));
            person |= code.IsOfPerson;
            study |= !code.IsOfPerson;
        }

        book.Touch(card, person, study);
        return changes;
    }

    private async Task<int> AddRequests(long personId, Dictionary<string, long> ids, DateOnly on, CancellationToken cancel)
    {
        var going = await db.ClientRequests.Where(row => row.PersonId == personId && row.ClosedOn == null).Select(row => row.Type).ToListAsync(cancel);
        var added = ids.Where(pair => !going.Contains(pair.Key)).ToList();
        foreach (var (type, id) in added)
        {
            db.ClientRequests.Add(new ClientRequest { Id = id, OrganizationId = db.Scope.OrganizationId, PersonId = personId, Type = type, AskedOn = on, Actor = db.Scope.Actor });
            db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.RequestAdded, "request", id, personId, new { type, responsible = (long?)null }));
        }

        return added.Count;
    }
}
