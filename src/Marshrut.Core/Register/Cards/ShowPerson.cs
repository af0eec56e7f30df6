using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Register.Editing;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Added;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Cards;

/// <summary>The card of the person of one enrolment, as far as the reader's access reaches: seven commands.</summary>
public sealed class ShowPerson(MarshrutDb db, Sealer sealer, AuditLog journal, CountElsewhere elsewhere, FindConsentRecipient recipients, RecordSpecialRead record, TimeProvider clock) : IUseCase
{
    private const string WorkLimits = "workLimits";

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
            .OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id)
            .ToListAsync(cancel);
        var trail = (await ConsentTrail.Read(db, sealer, [shown.Id], cancel))[shown.Id].ToList();
        var recipient = await recipients.Of(trail, cancel);
        var chain = AuditLog.ChainOf(db.Scope.OrganizationId);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(row => row.PersonId == shown.Id && row.Chain == chain)
            .OrderByDescending(row => row.Sequence)
            .ToListAsync(cancel);
        var values = await journal.ReadValues(db, shown.Id, entries, cancel);
        var names = await Names([.. ledger.Select(row => row.Actor), .. entries.Select(row => row.Actor), .. assessments.Select(row => row.Assessment.DecidedBy).OfType<string>()], cancel);

        var added = await db.AddedOf(assessments.Select(row => row.Assessment.SupplementVersionId), cancel);
        var facts = sealer.OpenPersonFacts(shown.Facts, shown.Id);
        var opened = ledger.ConvertAll(row => (Row: row, Payload: EvidencePayload.Open(sealer, row)));
        return new PersonCard(
            shown.Id,
            PersonValues.Of(shown),
            [
                .. studies.OrderBy(study => study.Enrolment.Id == enrolmentId ? 0 : 1)
                    .Select(study => new CardEnrolment(study.Enrolment.Id, EnrolmentValues.Of(study.Enrolment), study.ProgrammeName)),
            ],
            [.. assessments.Select(row => Assessment(row.Assessment, row.Version, row.Assessment.SupplementVersionId is { } version ? added[version] : [], access, names))],
            Facts(opened, access, facts, names, clock.Today()),
            [.. trail.AsEnumerable().Reverse()],
            History(opened, entries, values, assessments.Select(row => row.Assessment), names, Opens),
            Stale(opened, assessments.Find(row => row.Assessment.IsCurrent)?.Assessment),
            facts.HealthConsentOn.Day,
            recipient,
            await elsewhere.Count(shown, cancel));

        // Without the consent nothing about health is shown.
        bool Opens(Sensitivity sensitivity) =>
            MaySee(sensitivity, access) && (sensitivity != Sensitivity.Special || facts.HealthConsentOn.Day is not null);
    }

    private Task<List<VersionedAssessment>> Assessments(long enrolmentId, CancellationToken cancel) => (
        from assessment in db.Assessments.AsNoTracking()
        join version in db.MethodologyVersions.AsNoTracking() on assessment.MethodologyVersionId equals version.Id
        where assessment.EnrolmentId == enrolmentId
        orderby assessment.CreatedAt descending, assessment.Id descending
        select new VersionedAssessment(assessment, version)).ToListAsync(cancel);

    /// <summary>A level does not grow old in silence: what the ledger says of its inputs after it was determined.</summary>
    private static StaleLevel? Stale(List<(Evidence Row, EvidencePayload Payload)> ledger, Assessment? current)
    {
        if (current is null)
        {
            return null;
        }

        var later = ledger.Where(one => one.Row.RecordedAt > current.DeterminedAt && one.Payload.After.Keys.Any(IsInput)).ToList();
        return later.Count == 0
            ? null
            : new StaleLevel(
                later.Min(one => one.Row.RecordedAt),
                [
                    .. later.SelectMany(one => one.Payload.After.Keys).Where(IsInput)
                        .Select(key => HistoryWords.SensitivityOf(key) == Sensitivity.Ordinary ? HistoryWords.Title(key) : "то, что не показывается сразу")
                        .Distinct(),
                ]);

        static bool IsInput(string key) => Characteristics.Find(key) is not null
            || key is "programmeCode" or "level" or "graduationYear" or "status" or "funding" or "consentRisk" or "consentHealth";
    }

    private async Task<Dictionary<string, string>> Names(IReadOnlyCollection<string> actors, CancellationToken cancel)
    {
        var ids = actors.Select(Accounts.Actors.UserIn).OfType<long>().Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => Accounts.Actors.Of(user.Id), user => user.FullName, cancel);
    }

    private CardAssessment Assessment(Assessment row, MethodologyVersion version, IReadOnlyList<Characteristic> added, FactAccess access, Dictionary<string, string> names)
    {
        var block = sealer.OpenAssessment(row.Block, row.Id);
        return new CardAssessment(
            row.Id,
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
            Explanation.Of(block, access, [.. added]),
            WayOut.Of(block, added));
    }

    private static List<CardFact> Facts(
        List<(Evidence Row, EvidencePayload Payload)> ledger, FactAccess access, PersonFacts person, Dictionary<string, string> names, DateOnly today)
    {
        // Without the consent nothing about health is shown, its source neither.
        var health = access.HasFlag(FactAccess.Special) && person.HealthConsentOn.Day is not null;
        var facts = new List<CardFact>();
        var seen = new HashSet<(string Key, FactRank Rank)>();
        var standing = new List<(int Place, string Key, FactEntry Entry)>();
        foreach (var (row, payload) in ledger)
        {
            foreach (var (key, text) in payload.After)
            {
                if (key == WorkLimits && health)
                {
                    facts.Add(Limits(row, payload, text, !seen.Add((key, FactRank.Stated)), names));
                    continue;
                }

                if (Characteristics.Find(key) is not { } characteristic || !MaySee(characteristic.Sensitivity, access)
                    || (characteristic.Sensitivity == Sensitivity.Special && !health))
                {
                    continue;
                }

                // Each rank has a place of its own (DOMAIN §7): an answer does not replace what a file stated, it outweighs it while it is valid.
                var entry = FactText.Parse(text);
                var stands = seen.Add((key, entry.IsEmpty ? FactRank.Stated : entry.Source.Rank));
                if (stands && !entry.IsEmpty)
                {
                    standing.Add((facts.Count, key, entry));
                }

                facts.Add(new CardFact(
                    stands && !entry.IsEmpty && entry.Source.Rank == FactRank.Stated ? (FactCode)characteristic.Number : null,
                    HistoryWords.Title(key),
                    FactText.ValueOf(text),
                    Source(row, payload),
                    Document(row, payload),
                    names.GetValueOrDefault(row.Actor, ""),
                    DateOnly.FromDateTime(row.RecordedAt),
                    entry.ValidFrom.Day,
                    entry.ValidTo.Day,
                    !stands));
            }
        }

        foreach (var ofOne in standing.GroupBy(one => one.Key))
        {
            var best = ofOne.Where(one => one.Entry.IsValidOn(today)).Select(one => (FactRank?)one.Entry.Source.Rank).Max();
            foreach (var (place, _, _) in ofOne.Where(one => one.Entry.Source.Rank < best))
            {
                facts[place] = facts[place] with { IsOutweighed = true };
            }
        }

        return facts;
    }

    private static CardFact Limits(Evidence row, EvidencePayload payload, string? text, bool isReplaced, Dictionary<string, string> names) => new(
        null,
        HistoryWords.Title(WorkLimits),
        text,
        Source(row, payload),
        Document(row, payload),
        names.GetValueOrDefault(row.Actor, ""),
        DateOnly.FromDateTime(row.RecordedAt),
        null,
        null,
        isReplaced);

    private static string? Document(Evidence row, EvidencePayload payload) => payload.Document ?? (row.RowNumber is { } number ? $"строка {number}" : null);

    private static string Source(Evidence row, EvidencePayload payload) => row.Source switch
    {
        EvidenceSource.Import => "импорт",
        EvidenceSource.Manual => payload.Withdraws is null ? "внесено вручную" : "отзыв ошибочного",
        EvidenceSource.Profiling => "анкета",
        EvidenceSource.SystemRecord => "запись в системе",
        EvidenceSource.Transfer => "передача из центра карьеры",
        EvidenceSource.Plan => "шаг плана в центре занятости",
        _ => "отмена загрузки",
    };

    private static List<CardEvent> History(
        List<(Evidence Row, EvidencePayload Payload)> ledger,
        List<AuditEntry> entries,
        IReadOnlyDictionary<long, AuditValues> values,
        IEnumerable<Assessment> assessments,
        Dictionary<string, string> names,
        Func<Sensitivity, bool> isOpen)
    {
        var events = new List<CardEvent>();
        foreach (var (row, payload) in ledger)
        {
            if (HistoryWords.Sentence(row, payload, isOpen) is { } sentence)
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

        string? before = null;
        foreach (var assessment in assessments.Reverse())
        {
            var level = assessment.ComputedHigh ? "высокий" : assessment.Complete ? "невысокий" : "невысокий, предварительно";
            events.Add(new CardEvent(
                assessment.CreatedAt,
                before is null ? $"Определён уровень риска: {level}."
                : before == level ? $"Риск определён снова: уровень прежний ({level}), изменились основания."
                : $"Риск определён снова. Уровень: {before} → {level}.",
                ""));
            before = level;
        }

        return [.. events.OrderByDescending(one => one.At)];
    }

    private sealed record VersionedAssessment(Assessment Assessment, MethodologyVersion Version);

    private static bool MaySee(Sensitivity sensitivity, FactAccess access) => sensitivity switch
    {
        Sensitivity.Ordinary => true,
        Sensitivity.Special => access.HasFlag(FactAccess.Special),
        _ => access.HasFlag(FactAccess.Restricted),
    };
}
