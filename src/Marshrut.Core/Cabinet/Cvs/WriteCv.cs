using System.Text.Json;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cabinet.Cvs;

/// <param name="IsReady">Finished: it becomes a record of preparation for work (characteristic 10), and the level is determined anew.</param>
/// <param name="Seen">Version that the form was filled in for.</param>
public sealed record CvInput(CvContent Content, bool IsReady, int Seen);

/// <summary>A person writes the own CV; a finished one is a record of the system, the strongest evidence for characteristic 10.</summary>
public sealed class WriteCv(MarshrutDb db, Sealer sealer, CardBook book, AssessPerson assess, TimeProvider clock) : IUseCase
{
    private const int LongestLine = 300;

    /// <summary>Whatever was written is kept; it becomes ready only where nothing is missing.</summary>
    /// <returns>What is still missing, in words, where it was to be ready; empty: nothing.</returns>
    /// <exception cref="RuleViolation"><c>text-long</c>, <c>cv-changed</c>.</exception>
    public async Task<IReadOnlyList<string>> Write(CabinetOwner own, CvInput input, CancellationToken cancel)
    {
        var content = Tidy(input.Content);
        var missing = input.IsReady ? content.Missing : [];
        var (id, evidenceId, today) = (db.Ids.Take(), db.Ids.Take(), clock.Today());
        var proved = false;
        await using (var transaction = await book.Begin(cancel))
        {
            var cv = await db.Cvs.FirstOrDefaultAsync(row => row.PersonId == own.PersonId, cancel);
            if ((cv?.Version ?? 0) != input.Seen)
            {
                throw new RuleViolation("cv-changed", "Резюме изменили в другом окне. Скопируйте написанное, откройте страницу заново и внесите ещё раз.");
            }

            if (cv is null)
            {
                cv = new Cv { Id = id, OrganizationId = db.Scope.OrganizationId, PersonId = own.PersonId, Content = [], ChangedAt = clock.UtcNow() };
                db.Cvs.Add(cv);
            }

            cv.Content = sealer.SealNote(JsonSerializer.Serialize(content), SealPurpose.Cv, cv.Id);
            (cv.ChangedAt, cv.Version) = (clock.UtcNow(), cv.Version + 1);
            if (input.IsReady && missing.Count == 0 && cv.ReadyOn is null)
            {
                cv.ReadyOn = today;
                proved = true;
            }

            if (proved)
            {
                // The act of the card is the line of the journal, too.
                Prove((await book.Open(own.EnrolmentId, cancel))!, today, evidenceId);
            }
            else
            {
                db.Audit(new AuditDraft(cv.OrganizationId, AuditActions.CvWritten, "cv", cv.Id, own.PersonId));
            }

            await book.Save(cancel);
            await transaction.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
        if (proved)
        {
            await assess.AssessIfAny(own.EnrolmentId, cancel);
        }

        return missing;
    }

    private void Prove(OpenedCard card, DateOnly today, long evidenceId)
    {
        var before = StatedFact.Get(card, FactCode.JobSearchPreparation, sealer, FactRank.SystemRecord);
        var after = FactEntry.Recorded(FactValue.Yes, today);
        StatedFact.Put(card, FactCode.JobSearchPreparation, after, sealer);
        book.Touch(card, person: false, study: true);
        book.Tell(
            new CardAct(AuditActions.CvWritten, card.Person.Id, card.Study.Id, [StatedFact.Change(FactCode.JobSearchPreparation, before, after)], Reason: null, Document: "резюме", Source: EvidenceSource.SystemRecord),
            evidenceId,
            clock.UtcNow());
    }

    private static CvContent Tidy(CvContent typed) => new(
        Line(typed.Position),
        Line(typed.Terms),
        Line(typed.Phone),
        Line(typed.Email),
        WrittenText.OrNone(typed.Education),
        WrittenText.OrNone(typed.Skills),
        WrittenText.OrNone(typed.More),
        WrittenText.OrNone(typed.About),
        [.. typed.Places.Where(place => !place.IsEmpty).Take(CvContent.MostPlaces).Select(place => new CvPlace(Line(place.Where), Line(place.Who), Line(place.When), WrittenText.OrNone(place.What)))]);

    private static string? Line(string? typed) => Spaces.Collapse(typed ?? "") switch
    {
        "" => null,
        { Length: > LongestLine } => throw new RuleViolation("text-long", $"Одна из строк длиннее {LongestLine} знаков. Сократите её."),
        var line => line,
    };
}
