using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <summary>
/// Compares a parsed register with what the organisation in scope holds and says what each row will do. Reads only; the same plan serves preview,
/// trial run and writing.
/// </summary>
/// <param name="ids">Gives ids to what is new: reserved by the caller, or any numbers for a plan that is only shown.</param>
/// <param name="watch">Told of every batch; null: nobody waits.</param>
internal sealed class PlanRegister(MarshrutDb db, Sealer sealer, DateOnly today, Func<long> ids, ApplyWatch? watch = null)
{
    private const int Batch = 2_000;

    private readonly RegisterPlan plan = new();
    private readonly RegisterMatching matching = new();
    private readonly RejectedRows rejected = new();
    private readonly Dictionary<long, PersonDraft> changedPeople = [];
    private readonly Dictionary<string, List<PersonDraft>> newBySnils = new(StringComparer.Ordinal);
    private readonly Dictionary<(string SortName, DateOnly BirthDate), List<PersonDraft>> newByName = [];
    private readonly List<(int Number, EnrolmentDraft Enrolment)> undecided = [];

    public async Task<RegisterPlan> Plan(RegisterParser parser, StagedRegister register, CancellationToken cancel)
    {
        foreach (var batch in Ahead.Of(parser.Parse(register.Rows()), cancel).Chunk(Batch))
        {
            await Add(batch, cancel);
            watch?.Planned(parser.Read, register.RowCount);
        }

        Decide();
        plan.Read = parser.Read;
        plan.Repaired = parser.Repaired;
        plan.Notices = parser.Notices();
        plan.MissingFromFile = await db.Enrolments.CountAsync(cancel) - matching.Claimed - await rejected.Count(db, matching, cancel);
        return plan;
    }

    private async Task Add(ParsedRow[] rows, CancellationToken cancel)
    {
        var index = await RegisterIndex.Load(db, [.. rows.Select(row => row.Identity)], cancel);
        var workLimits = await LoadWorkLimits(rows, index, cancel);
        foreach (var row in rows)
        {
            plan.Errors.AddRange(row.Errors);
            plan.Repairs.AddRange(row.Repairs);
            if (row.Errors.Count > 0 || row.Repairs.Count > 0)
            {
                Name(row.Number, row.Identity);
            }

            if (row.Row is null)
            {
                // Its person is not missing from the file (R4).
                if (matching.Claim(row.Identity, index) is null)
                {
                    rejected.Add(row.Identity);
                }

                plan.Rejected++;
                continue;
            }

            var draft = Draft(row.Row, row, index, workLimits);
            if (draft.IsChanged || changedPeople.ContainsKey(draft.Person.Id) || draft.Person.IsNew)
            {
                undecided.Add((row.Number, draft));
            }
            else
            {
                plan.Unchanged++;
            }
        }
    }

    private EnrolmentDraft Draft(RegisterRow row, ParsedRow parsed, RegisterIndex index, Dictionary<long, string> workLimits)
    {
        if (matching.Claim(parsed.Identity, index) is not { } stored)
        {
            var person = PersonOfNewEnrolment(row, parsed, index, workLimits);
            return new EnrolmentDraft(ids(), person, row, today);
        }

        var draft = StoredPerson(index.Person(stored.PersonId), workLimits);
        LayPerson(draft, row);
        return new EnrolmentDraft(stored, sealer.OpenEnrolmentFacts(stored.Facts, stored.Id), draft, row, today);
    }

    /// <summary>
    /// СНИЛС, surname and birth date all agree: one person with another enrolment. Anything less comes in separately and is queued for a decision (R7).
    /// </summary>
    private PersonDraft PersonOfNewEnrolment(RegisterRow row, ParsedRow parsed, RegisterIndex index, Dictionary<long, string> workLimits)
    {
        var snils = parsed.Identity.Snils;
        var sortName = RegisterIndex.SortName(parsed.Identity);
        var surname = RegisterMatching.LastNameOf(sortName);
        var stored = index.BySnils(snils).FirstOrDefault(person => RegisterMatching.LastNameOf(person.SortName) == surname && person.BirthDate == row.BirthDate);
        var made = snils is null ? null : newBySnils.GetValueOrDefault(snils)?.Find(person =>
            RegisterMatching.LastNameOf(person.Values.SortName) == surname && person.Values.BirthDate == row.BirthDate);
        var draft = stored is not null ? StoredPerson(stored, workLimits) : made;
        if (draft is not null)
        {
            LayPerson(draft, row);
            return draft;
        }

        draft = new PersonDraft(ids());
        draft.Lay(row, today);
        NoteDuplicates(draft, snils, (sortName, row.BirthDate), index, parsed);
        plan.People.Add(draft);
        Register(newBySnils, snils, draft);
        Register(newByName, (sortName, row.BirthDate), draft);
        return draft;
    }

    private void NoteDuplicates(PersonDraft draft, string? snils, (string SortName, DateOnly BirthDate) name, RegisterIndex index, ParsedRow row)
    {
        // One pair for each reason is enough: whoever decides sees all who look alike.
        var sameSnils = index.BySnils(snils).Select(person => person.Id)
            .Concat(snils is null ? [] : newBySnils.GetValueOrDefault(snils)?.Select(person => person.Id) ?? [])
            .ToList();
        var sameName = index.ByName(name.SortName, name.BirthDate).Select(person => person.Id)
            .Concat(newByName.GetValueOrDefault(name)?.Select(person => person.Id) ?? [])
            .Except(sameSnils)
            .ToList();
        plan.Duplicates.AddRange(sameSnils.Take(1).Select(id => new PlannedDuplicate(id, draft.Id, DuplicateReason.SameSnils, row.Number)));
        plan.Duplicates.AddRange(sameName.Take(1).Select(id => new PlannedDuplicate(id, draft.Id, DuplicateReason.SameNameAndBirthDate, row.Number)));
        if (sameSnils.Count > 0 || sameName.Count > 0)
        {
            Name(row.Number, row.Identity);
        }
    }

    /// <summary>«Гаврилова Нина»: enough to find the person in one's own list.</summary>
    private void Name(int row, RowIdentity identity) => plan.Names[row] = $"{identity.LastName} {identity.FirstName}".Trim();

    private PersonDraft StoredPerson(Person person, Dictionary<long, string> workLimits) =>
        changedPeople.TryGetValue(person.Id, out var draft)
            ? draft
            : new PersonDraft(person, sealer.OpenPersonFacts(person.Facts, person.Id), workLimits.GetValueOrDefault(person.Id));

    /// <summary>A stored person is remembered from the first row that changes them: the last row of the file has the last word.</summary>
    private void LayPerson(PersonDraft draft, RegisterRow row)
    {
        draft.Lay(row, today);
        if (!draft.IsNew && !changedPeople.ContainsKey(draft.Id) && draft.IsChanged)
        {
            changedPeople.Add(draft.Id, draft);
        }
    }

    /// <summary>Only at the end is it known what becomes of people named in several rows: two rows may undo each other.</summary>
    private void Decide()
    {
        foreach (var draft in changedPeople.Values.Where(draft => draft.IsChanged))
        {
            plan.People.Add(draft);
        }

        foreach (var (number, enrolment) in undecided)
        {
            if (!enrolment.IsChanged && !enrolment.Person.IsChanged)
            {
                plan.Unchanged++;
                continue;
            }

            plan.Created += enrolment.IsNew ? 1 : 0;
            plan.Updated += enrolment.IsNew ? 0 : 1;
            plan.Changed.Add(new PlannedRow(number, enrolment));
        }
    }

    private async Task<Dictionary<long, string>> LoadWorkLimits(ParsedRow[] rows, RegisterIndex index, CancellationToken cancel)
    {
        var texts = new Dictionary<long, string>();
        if (!Array.Exists(rows, row => row.Row is { WorkLimits.IsBlank: false } or { ConsentHealth.State: FieldState.Erased }))
        {
            return texts;
        }

        var owners = new Dictionary<long, long>();
        foreach (var person in rows.Where(row => row.Row is not null).SelectMany(row => Candidates(row.Identity, index)).DistinctBy(person => person.Id))
        {
            if (sealer.OpenPersonFacts(person.Facts, person.Id).WorkLimitsEvidenceId is > 0 and var evidenceId)
            {
                owners[evidenceId] = person.Id;
            }
        }

        var evidenceIds = owners.Keys.ToArray();
        foreach (var evidence in evidenceIds.Length == 0 ? [] : await db.Evidence.AsNoTracking().Where(row => evidenceIds.Contains(row.Id)).ToListAsync(cancel))
        {
            if (EvidencePayload.Open(sealer, evidence).After.GetValueOrDefault("workLimits") is { } text)
            {
                texts[owners[evidence.Id]] = text;
            }
        }

        return texts;
    }

    private static IEnumerable<Person> Candidates(RowIdentity row, RegisterIndex index)
    {
        var identified = index.ByExternalId(row.ExternalId);
        return (identified is null ? [] : new[] { index.Person(identified.PersonId) })
            .Concat(index.BySnils(row.Snils))
            .Concat(row.BirthDate is { } birthDate ? index.ByName(NameText.Normalize($"{row.LastName} {row.FirstName} {row.MiddleName}"), birthDate) : []);
    }

    private static void Register<TKey>(Dictionary<TKey, List<PersonDraft>> index, TKey? key, PersonDraft draft)
        where TKey : notnull
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(draft);
    }
}
