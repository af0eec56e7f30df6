using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Cards;

/// <summary>The card of the person of one enrolment, as far as the reader's access reaches: seven commands.</summary>
public sealed class ShowPerson(MarshrutDb db, Sealer sealer, AuditLog journal, CountElsewhere elsewhere, RecordSpecialRead record) : IUseCase
{
    /// <param name="enrolmentId">Any id; a foreign one is nobody's.</param>
    /// <param name="access">What the reader may see; a look at special facts is written to the journal here.</param>
    /// <returns>Null: there is no such enrolment in the organisation in scope.</returns>
    public async Task<PersonCard?> Show(long enrolmentId, FactAccess access, CancellationToken cancel)
    {
        var studies = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People.AsNoTracking() on enrolment.PersonId equals person.Id
            join known in db.Programmes on enrolment.ProgrammeCode equals known.Code into programmes
            from programme in programmes.DefaultIfEmpty()
            where person.Id == db.Enrolments.Where(row => row.Id == enrolmentId).Select(row => row.PersonId).FirstOrDefault()
            orderby enrolment.GraduationYear descending, enrolment.Id
            select new { Enrolment = enrolment, Person = person, ProgrammeName = programme.Name }).ToListAsync(cancel);
        if (studies.Count == 0)
        {
            return null;
        }

        var shown = studies[0].Person;
        if ((access & (FactAccess.Special | FactAccess.Restricted)) != 0)
        {
            await record.Record(shown.Id, cancel);
        }

        var assessments = await Assessments(enrolmentId, cancel);
        var ledger = await db.Evidence.AsNoTracking()
            .Where(row => row.PersonId == shown.Id && (row.EnrolmentId == null || row.EnrolmentId == enrolmentId))
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancel);
        var consents = await db.Consents.AsNoTracking().Where(row => row.PersonId == shown.Id).OrderByDescending(row => row.Id).ToListAsync(cancel);
        var chain = AuditLog.ChainOf(db.Scope.OrganizationId);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(row => row.PersonId == shown.Id && row.Chain == chain)
            .OrderByDescending(row => row.Sequence)
            .ToListAsync(cancel);
        var values = await journal.ReadValues(db, shown.Id, entries, cancel);
        var names = await Names([.. ledger.Select(row => row.Actor), .. entries.Select(row => row.Actor), .. assessments.Select(row => row.Assessment.DecidedBy).OfType<string>()], cancel);

        var opened = ledger.ConvertAll(row => (Row: row, Payload: EvidencePayload.Open(sealer, row)));
        return new PersonCard(
            shown.Id,
            PersonValues.Of(shown),
            [
                .. studies.OrderBy(study => study.Enrolment.Id == enrolmentId ? 0 : 1)
                    .Select(study => new CardEnrolment(study.Enrolment.Id, EnrolmentValues.Of(study.Enrolment), study.ProgrammeName)),
            ],
            [.. assessments.Select(row => Assessment(row.Assessment, row.Version, access, names))],
            Facts(opened, access, names),
            [
                .. consents.Select(row => Consent.Open(sealer, row))
                    .Where(consent => consent.Purpose != ConsentPurpose.Health || access.HasFlag(FactAccess.Special)),
            ],
            History(opened, entries, values, assessments.Select(row => row.Assessment), names),
            await elsewhere.Count(shown, cancel));
    }

    private async Task<List<(Assessment Assessment, MethodologyVersion Version)>> Assessments(long enrolmentId, CancellationToken cancel) =>
        (await (
            from assessment in db.Assessments.AsNoTracking()
            join version in db.MethodologyVersions.AsNoTracking() on assessment.MethodologyVersionId equals version.Id
            where assessment.EnrolmentId == enrolmentId
            orderby assessment.Id descending
            select new { assessment, version }).ToListAsync(cancel))
        .ConvertAll(row => (row.assessment, row.version));

    private async Task<Dictionary<string, string>> Names(IReadOnlyCollection<string> actors, CancellationToken cancel)
    {
        var ids = actors.Select(Accounts.Actors.UserIn).OfType<long>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => Accounts.Actors.Of(user.Id), user => user.FullName, cancel);
    }

    private CardAssessment Assessment(Assessment row, MethodologyVersion version, FactAccess access, Dictionary<string, string> names) => new(
        row.IsCurrent,
        row.AsOf,
        row.CreatedAt,
        row.IsHigh,
        row.Complete,
        row.KnownCount,
        row.CountedCount,
        row.Status,
        row.DecidedBy is { } actor ? names.GetValueOrDefault(actor, "") : null,
        row.DecidedAt,
        MethodologyName.InWords(version),
        Explanation.Of(sealer.OpenAssessment(row.Block, row.Id), access));

    private static List<CardFact> Facts(List<(Evidence Row, EvidencePayload Payload)> ledger, FactAccess access, Dictionary<string, string> names)
    {
        var facts = new List<CardFact>();
        var seen = new HashSet<string>();
        foreach (var (row, payload) in ledger)
        {
            foreach (var (key, text) in payload.After)
            {
                if (Characteristics.Find(key) is not { } characteristic || !MaySee(characteristic.Sensitivity, access))
                {
                    continue;
                }

                var entry = FactText.Parse(text);
                facts.Add(new CardFact(
                    HistoryWords.Title(key),
                    FactText.ValueOf(text),
                    row.Source switch
                    {
                        EvidenceSource.Import => "импорт",
                        EvidenceSource.Manual => "внесено вручную",
                        EvidenceSource.Profiling => "анкета",
                        EvidenceSource.SystemRecord => "запись в системе",
                        _ => "отмена загрузки",
                    },
                    payload.Document ?? (row.RowNumber is { } number ? $"строка {number}" : null),
                    names.GetValueOrDefault(row.Actor, ""),
                    DateOnly.FromDateTime(row.RecordedAt),
                    entry.ValidTo.Day,
                    !seen.Add(key)));
            }
        }

        return facts;
    }

    private static List<CardEvent> History(
        List<(Evidence Row, EvidencePayload Payload)> ledger,
        List<AuditEntry> entries,
        IReadOnlyDictionary<long, AuditValues> values,
        IEnumerable<Assessment> assessments,
        Dictionary<string, string> names)
    {
        var events = new List<CardEvent>();
        foreach (var (row, payload) in ledger)
        {
            if (HistoryWords.Sentence(row, payload) is { } sentence)
            {
                events.Add(new CardEvent(row.RecordedAt, sentence, names.GetValueOrDefault(row.Actor, "")));
            }
        }

        foreach (var entry in entries)
        {
            if (HistoryWords.Sentence(entry.Action, values.GetValueOrDefault(entry.Sequence)) is { } sentence)
            {
                events.Add(new CardEvent(entry.At, sentence, names.GetValueOrDefault(entry.Actor, "")));
            }
        }

        events.AddRange(assessments.Select(assessment => new CardEvent(
            assessment.CreatedAt,
            $"Определён уровень: {(assessment.ComputedHigh ? "высокий" : assessment.Complete ? "невысокий" : "невысокий, предварительно")}.",
            "")));
        return [.. events.OrderByDescending(one => one.At)];
    }

    private static bool MaySee(Sensitivity sensitivity, FactAccess access) => sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => access.HasFlag(FactAccess.Special),
        _ => access.HasFlag(FactAccess.Restricted),
    };
}
