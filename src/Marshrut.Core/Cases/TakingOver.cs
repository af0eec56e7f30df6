using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases;

/// <summary>What an acceptance writes: of every item a person and a study, unless they are known, a ledger row, a case and lines in both journals.</summary>
internal sealed class TakingOver(long organizationId, DateTime at, DateOnly today, string actor, Func<long> nextId)
{
    private readonly List<(TransferItem Item, TransferSnapshot Snapshot)> accepted = [];
    private readonly Dictionary<string, (Person Person, List<Enrolment> Studies)> known = [];

    public List<Person> People { get; } = [];

    public List<Enrolment> Enrolments { get; } = [];

    public List<Evidence> Ledger { get; } = [];

    public List<Case> Cases { get; } = [];

    public List<AuditDraft> Journal { get; } = [];

    public void Add(TransferItem item, TransferSnapshot snapshot) => accepted.Add((item, snapshot));

    /// <summary>Who of these stands in the centre's register already: a graduate who came by himself, or one who was handed over before.</summary>
    public async Task FindKnown(MarshrutDb db, Fingerprint fingerprint, CancellationToken cancel)
    {
        var prints = accepted.ConvertAll(one => PrintOf(fingerprint, one.Snapshot.Person));
        foreach (var some in prints.Chunk(1_000))
        {
            var people = await db.People.AsNoTracking().Where(person => some.Contains(person.Fingerprint)).OrderBy(person => person.Id).ToListAsync(cancel);
            var ids = people.ConvertAll(person => person.Id);
            var studies = (await db.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PersonId)).ToListAsync(cancel)).ToLookup(row => row.PersonId);
            foreach (var person in people)
            {
                known.TryAdd(Convert.ToHexString(person.Fingerprint), (person, [.. studies[person.Id]]));
            }
        }
    }

    /// <param name="curatorOf">Who works with a person; null: named later.</param>
    public void Make(Sealer sealer, Fingerprint fingerprint, Func<TransferItem, Curator?> curatorOf)
    {
        foreach (var (item, snapshot) in accepted)
        {
            var curator = curatorOf(item);
            var values = snapshot.Person with { TransferConsentOn = null, RiskConsentOn = null };
            var print = PrintOf(fingerprint, values);
            var knows = known.TryGetValue(Convert.ToHexString(print), out var found);
            var personId = knows ? found.Person.Id : nextId();
            var studyId = (knows ? found.Studies.Find(row => row.ProgrammeCode == snapshot.Study.ProgrammeCode && row.GraduationYear == snapshot.Study.GraduationYear)?.Id : null) ?? 0;
            if (!knows)
            {
                People.Add(values.NewPerson(personId, organizationId, print, sealer.Seal(PersonFacts.ReadFrom(snapshot.PersonFacts), personId)));
            }

            if (studyId == 0)
            {
                studyId = nextId();
                var study = snapshot.Study with { ExternalId = "" };
                Enrolments.Add(study.NewEnrolment(studyId, organizationId, personId, values.SortName, sealer.Seal(EnrolmentFacts.ReadFrom(snapshot.EnrolmentFacts), studyId)));
                Ledger.Add(LedgerRow(sealer, personId, studyId, knows ? null : values, study));
            }

            Cases.Add(Open(item, personId, studyId, values.SortName, !knows, curator));
            Tell(item, personId, curator);
        }
    }

    private Case Open(TransferItem item, long personId, long studyId, string sortName, bool madePerson, Curator? curator)
    {
        var opened = new Case
        {
            Id = nextId(),
            OrganizationId = organizationId,
            PersonId = personId,
            EnrolmentId = studyId,
            TransferItemId = item.Id,
            MadePerson = madePerson,
            OpenedOn = today,
            Priority = item.Priority,
            SortName = sortName,
            NextContactOn = today,
        };
        item.Accept(opened.Id, at, actor);
        if (curator is not null)
        {
            opened.Assign(curator.UserId);
            (item.CaseState, item.CuratorName, item.CuratorId) = (CaseState.InWork, curator.FullName, curator.UserId);
        }

        return opened;
    }

    /// <summary>The ЦК's journal tells of its person, the centre's of its own.</summary>
    private void Tell(TransferItem item, long personId, Curator? curator)
    {
        Journal.Add(new AuditDraft(item.FromOrganizationId, AuditActions.PersonAccepted, "transfer", item.TransferId, item.PersonId, new { item = item.Id }));
        Journal.Add(new AuditDraft(organizationId, AuditActions.CaseOpened, "case", item.CaseId, personId, new { item = item.Id, curator = curator?.UserId }));
    }

    private Evidence LedgerRow(Sealer sealer, long personId, long studyId, PersonValues? person, EnrolmentValues study)
    {
        var id = nextId();
        var after = (person?.Fields() ?? []).Concat(study.Fields()).Where(field => field.Text is not null).ToDictionary(field => field.Key, field => field.Text);
        return new Evidence
        {
            Id = id,
            OrganizationId = organizationId,
            PersonId = personId,
            EnrolmentId = studyId,
            Source = EvidenceSource.Transfer,
            RecordedAt = at,
            Actor = actor,
            Sealed = new EvidencePayload(person is not null, null, after).Seal(sealer, id),
        };
    }

    private static byte[] PrintOf(Fingerprint fingerprint, PersonValues person) => fingerprint.Of(person.Snils, person.SortName, person.BirthDate);
}
