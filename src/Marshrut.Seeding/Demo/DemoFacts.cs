using System.Globalization;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Risk;
using Marshrut.Rules.Risk;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// Facts that did not come from a file: attendance and CVs on record, answers to surveys, what a specialist entered. Each act has its ledger row. In
/// bulk, for the pages and processes that enter them one by one are for people.
/// </summary>
internal sealed class DemoFacts(MarshrutDb db, BulkWriter bulk, Sealer sealer)
{
    /// <summary>Lays what was recorded after <paramref name="after"/> and not later than <paramref name="until"/> over the register of the organisation in scope.</summary>
    /// <param name="specialist">Actor of what was entered by hand.</param>
    /// <param name="mark">Written with the facts: they are laid once.</param>
    public async Task Lay(IReadOnlyList<MadeStudent> students, DateOnly after, DateOnly until, string specialist, InstallationSetting mark, CancellationToken cancel)
    {
        var enrolments = await db.Enrolments.AsNoTracking().Where(row => row.ExternalId != "").ToDictionaryAsync(row => row.ExternalId, cancel);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(row => row.Id, cancel);
        var changedPeople = new HashSet<Person>();
        var changedEnrolments = new List<Enrolment>();
        var ledger = new List<(Enrolment Enrolment, FactSource Source, DateOnly On, List<(FactCode Code, FactEntry Before, FactEntry After)> Changes)>();
        foreach (var student in students)
        {
            var entries = student.Sheet.Entries.Where(said => said.Entry.Source != FactSource.Import && said.Entry.RecordedOn.Day > after && said.Entry.RecordedOn.Day <= until).ToList();
            if (entries.Count == 0 || !enrolments.TryGetValue(student.Draft.Enrolment.ExternalId, out var enrolment))
            {
                continue;
            }

            var person = people[enrolment.PersonId];
            var personFacts = sealer.OpenPersonFacts(person.Facts, person.Id);
            var enrolmentFacts = sealer.OpenEnrolmentFacts(enrolment.Facts, enrolment.Id);
            var (touchesPerson, touchesEnrolment) = (false, false);
            foreach (var act in entries.GroupBy(said => (said.Entry.Source, said.Entry.RecordedOn)))
            {
                var changes = new List<(FactCode, FactEntry, FactEntry)>();
                foreach (var (code, entry) in act)
                {
                    var before = code.IsOfPerson ? personFacts.Get(code, entry.Source.Rank) : enrolmentFacts.Get(code, entry.Source.Rank);
                    if (before != entry && (code.IsOfPerson ? personFacts.Offer(code, entry) : enrolmentFacts.Offer(code, entry)))
                    {
                        changes.Add((code, before, entry));
                        touchesPerson |= code.IsOfPerson;
                        touchesEnrolment |= !code.IsOfPerson;
                    }
                }

                if (changes.Count > 0)
                {
                    ledger.Add((enrolment, act.Key.Source, act.Key.RecordedOn.Day!.Value, changes));
                }
            }

            if (touchesPerson)
            {
                person.Facts = sealer.Seal(personFacts, person.Id);
                person.LastImportId = null;
                person.Version++;
                changedPeople.Add(person);
            }

            if (touchesEnrolment)
            {
                enrolment.Facts = sealer.Seal(enrolmentFacts, enrolment.Id);
                enrolment.LastImportId = null;
                enrolment.Version++;
                changedEnrolments.Add(enrolment);
            }
        }

        var id = db.Ids.Reserve(Math.Max(1, ledger.Count));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await bulk.Update(changedPeople, [nameof(Person.Facts), nameof(Person.LastImportId), nameof(Person.Version)], cancel);
        await bulk.Update(changedEnrolments, [nameof(Enrolment.Facts), nameof(Enrolment.LastImportId), nameof(Enrolment.Version)], cancel);
        await bulk.Insert(ledger.Select(act => LedgerRow(id++, act.Enrolment, act.Source, act.On, act.Changes, specialist)), cancel);
        db.Settings.Add(mark);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private Evidence LedgerRow(
        long id, Enrolment enrolment, FactSource source, DateOnly on, List<(FactCode Code, FactEntry Before, FactEntry After)> changes, string specialist)
    {
        var payload = new EvidencePayload(
            false,
            changes.ToDictionary(change => Characteristics.Of(change.Code).Code, change => FactText.Of(change.Before)),
            changes.ToDictionary(change => Characteristics.Of(change.Code).Code, change => FactText.Of(change.After)),
            source == FactSource.Manual ? "Уточнено в беседе" : null);
        return new Evidence
        {
            Id = id,
            OrganizationId = enrolment.OrganizationId,
            PersonId = enrolment.PersonId,
            EnrolmentId = enrolment.Id,
            Source = source switch
            {
                FactSource.Manual => EvidenceSource.Manual,
                FactSource.Profiling => EvidenceSource.Profiling,
                _ => EvidenceSource.SystemRecord,
            },
            RecordedAt = on.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc),
            Actor = source == FactSource.Manual ? specialist : string.Create(CultureInfo.InvariantCulture, $"system:{source.ToString().ToLowerInvariant()}"),
            Sealed = payload.Seal(sealer, id),
        };
    }
}
