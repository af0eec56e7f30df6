using Marshrut.Core.Imports.Reading;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Planning;

/// <param name="Today">The day of the import.</param>
/// <param name="ImportId">Whose rows are no part of the register yet.</param>
/// <param name="Ids">Gives ids to what is new: reserved by the caller, or any numbers for a plan that is only shown.</param>
/// <param name="Write">
/// Takes the new people and their rows batch by batch, so that they need not be held; null: the plan is only shown. A person whom it has written and
/// a row below changes is one of the register from then on.
/// </param>
/// <param name="WriteFrom">New rows that are worth a call of <paramref name="Write"/>.</param>
/// <param name="Watch">Told of every batch; null: nobody waits.</param>
internal sealed record PlanInput(
    DateOnly Today, long ImportId, Func<long> Ids, Func<NewRows, CancellationToken, Task>? Write = null, int WriteFrom = 1, ApplyWatch? Watch = null);

/// <summary>
/// Compares a parsed register with what the organisation in scope holds and says what each row will do: the same plan for preview, trial run and
/// writing. It reads only, but hands over new people while it goes, and whoever writes the plan writes them then.
/// </summary>
internal sealed class PlanRegister(MarshrutDb db, Sealer sealer, PlanInput input)
{
    private const int Batch = 2_000;

    private readonly RegisterPlan plan = new();
    private readonly RegisterMatching matching = new();
    private readonly List<RowIdentity> refused = [];
    private readonly Dictionary<long, PersonDraft> changedPeople = [];
    private readonly KnownRegister known = new(db, input.ImportId);
    private readonly NewPeople newPeople = new();
    private readonly List<PersonDraft> unwrittenPeople = [];
    private readonly List<PlannedRow> unwrittenRows = [];
    private readonly List<PlannedRow> undecided = [];
    private readonly WithdrawnConsents withdrawn = new();

    public async Task<RegisterPlan> Plan(RegisterParser parser, StagedRegister register, CancellationToken cancel)
    {
        var stored = await known.Enrolments.CountAsync(cancel);
        foreach (var batch in Ahead.Of(parser.Parse(register.Rows()), cancel).Chunk(Batch))
        {
            await Add(batch, cancel);
            if (unwrittenRows.Count >= input.WriteFrom)
            {
                await WriteNew(cancel);
            }

            input.Watch?.Planned(parser.Read, register.RowCount);
        }

        await WriteNew(cancel);
        Decide();
        plan.Read = parser.Read;
        plan.Repaired = parser.Repaired;
        plan.Notices = [.. parser.Notices(), .. withdrawn.Notices()];
        plan.MissingFromFile = stored - matching.Claimed - await Refused(cancel);
        return plan;
    }

    /// <summary>
    /// Whoever a rejected row is about is not missing from the file (R4). Only now, when every row that comes in has found its enrolment: a rejected one
    /// must not take it from another, or the same file would bring more people every time.
    /// </summary>
    /// <returns>Stored enrolments that rejected rows are about.</returns>
    private async Task<int> Refused(CancellationToken cancel)
    {
        var claimed = matching.Claimed;
        var inexact = new RejectedRows();
        foreach (var batch in refused.Chunk(Batch))
        {
            var index = await RegisterIndex.Load(known, batch, cancel);
            foreach (var row in batch.Where(row => matching.Claim(row, index) is null))
            {
                inexact.Add(row);
            }
        }

        return matching.Claimed - claimed + await inexact.Count(known, matching, cancel);
    }

    private async Task Add(ParsedRow[] rows, CancellationToken cancel)
    {
        var index = await RegisterIndex.Load(known, [.. rows.Select(row => row.Identity)], cancel);
        var written = await LoadWritten(rows, cancel);
        var workLimits = await LoadWorkLimits(rows, index, written.Values, cancel);
        var withdrawals = await Withdrawals.Load(db, sealer, Signing(rows, index), cancel);
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
                refused.Add(row.Identity);
                plan.Rejected++;
                continue;
            }

            var draft = Draft(row.Row, row, new Surroundings(index, written, workLimits, withdrawals));
            if (draft.Person.IsNew)
            {
                unwrittenRows.Add(new PlannedRow(row.Number, draft));
            }
            else if (draft.IsChanged || changedPeople.ContainsKey(draft.Person.Id))
            {
                undecided.Add(new PlannedRow(row.Number, draft));
            }
            else
            {
                plan.Unchanged++;
            }
        }
    }

    private EnrolmentDraft Draft(RegisterRow row, ParsedRow parsed, Surroundings around)
    {
        if (matching.Claim(parsed.Identity, around.Index) is not { } stored)
        {
            return new EnrolmentDraft(input.Ids(), PersonOfNewEnrolment(row, parsed, around), row, input.Today);
        }

        var draft = StoredPerson(around.Index.Person(stored.PersonId), around);
        LayPerson(draft, row, parsed.Number, around);
        return new EnrolmentDraft(stored, sealer.OpenEnrolmentFacts(stored.Facts, stored.Id), draft, row, input.Today);
    }

    /// <summary>
    /// СНИЛС, surname and birth date all agree: one person with another enrolment. Anything less comes in separately and is queued for a decision (R7).
    /// </summary>
    private PersonDraft PersonOfNewEnrolment(RegisterRow row, ParsedRow parsed, Surroundings around)
    {
        var snils = parsed.Identity.Snils;
        var sortName = RegisterIndex.SortName(parsed.Identity);
        var draft = around.Index.BySnils(snils).FirstOrDefault(person => IsSame(person.SortName, person.BirthDate)) is { } stored
            ? StoredPerson(stored, around)
            : newPeople.BySnils(snils).FirstOrDefault(person => IsSame(person.SortName, person.BirthDate)) is { } made
                ? made.Draft ?? StoredPerson(around.Written[made.Id], around)
                : null;
        if (draft is not null)
        {
            LayPerson(draft, row, parsed.Number, around);
            return draft;
        }

        draft = new PersonDraft(input.Ids());
        draft.Lay(row, input.Today);
        NoteDuplicates(draft, snils, (sortName, row.BirthDate), around.Index, parsed);
        unwrittenPeople.Add(draft);
        newPeople.Add(draft, snils, sortName, row.BirthDate);
        return draft;
        bool IsSame(string otherName, DateOnly born) => RegisterMatching.LastNameOf(otherName) == RegisterMatching.LastNameOf(sortName) && born == row.BirthDate;
    }

    /// <summary>People whom an earlier batch wrote and rows of this one may be about: they are changed as the register's own are.</summary>
    private async Task<Dictionary<long, Person>> LoadWritten(ParsedRow[] rows, CancellationToken cancel)
    {
        var ids = rows.SelectMany(row => newPeople.BySnils(row.Identity.Snils)).Where(person => person.Draft is null).Select(person => person.Id).Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
    }

    /// <summary>New people can only grow by rows below, never vanish: they need not wait for the end of the file.</summary>
    private async Task WriteNew(CancellationToken cancel)
    {
        if (input.Write is null)
        {
            return;
        }

        TakeNew();
        await input.Write(new NewRows(unwrittenPeople, unwrittenRows), cancel);
        unwrittenPeople.Clear();
        unwrittenRows.Clear();
        newPeople.LetGo();
    }

    private void TakeNew()
    {
        foreach (var row in unwrittenRows)
        {
            plan.Take(row);
        }
    }

    private void NoteDuplicates(PersonDraft draft, string? snils, (string SortName, DateOnly BirthDate) name, RegisterIndex index, ParsedRow row)
    {
        // One pair for each reason is enough: whoever decides sees all who look alike.
        var sameSnils = index.BySnils(snils).Select(person => person.Id)
            .Concat(newPeople.BySnils(snils).Select(person => person.Id))
            .ToList();
        var sameName = index.ByName(name.SortName, name.BirthDate).Select(person => person.Id)
            .Concat(newPeople.ByName(name.SortName, name.BirthDate).Select(person => person.Id))
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

    private PersonDraft StoredPerson(Person person, Surroundings around) =>
        changedPeople.TryGetValue(person.Id, out var draft)
            ? draft
            : new PersonDraft(person, sealer.OpenPersonFacts(person.Facts, person.Id), around.WorkLimits.GetValueOrDefault(person.Id));

    /// <summary>A stored person is remembered from the first row that changes them: the last row of the file has the last word.</summary>
    private void LayPerson(PersonDraft draft, RegisterRow row, int number, Surroundings around)
    {
        var (laid, withdrawnOn) = around.Withdrawals.Over(row, draft);
        if (withdrawnOn is { } day)
        {
            withdrawn.See(number, day);
        }

        draft.Lay(laid, input.Today);
        if (!draft.IsNew && !changedPeople.ContainsKey(draft.Id) && draft.IsChanged)
        {
            changedPeople.Add(draft.Id, draft);
        }
    }

    /// <summary>Only at the end is it known what becomes of people named in several rows: two rows may undo each other.</summary>
    private void Decide()
    {
        TakeNew();
        plan.People.AddRange(changedPeople.Values.Where(draft => draft.IsChanged));
        foreach (var row in undecided)
        {
            if (!row.Enrolment.IsChanged && !row.Enrolment.Person.IsChanged)
            {
                plan.Unchanged++;
                continue;
            }

            plan.Take(row);
            plan.Changed.Add(row);
        }
    }

    private async Task<Dictionary<long, string>> LoadWorkLimits(
        ParsedRow[] rows, RegisterIndex index, IEnumerable<Person> written, CancellationToken cancel)
    {
        var texts = new Dictionary<long, string>();
        if (!Array.Exists(rows, row => row.Row is { WorkLimits.IsBlank: false } or { ConsentHealth.State: FieldState.Erased }))
        {
            return texts;
        }

        var owners = new Dictionary<long, long>();
        foreach (var person in rows.Where(row => row.Row is not null).SelectMany(row => Candidates(row.Identity, index)).Concat(written).DistinctBy(person => person.Id))
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

    /// <summary>People of the register to whom the batch may bring a document that they do not have. A re-import of the same file brings none.</summary>
    private long[] Signing(ParsedRow[] rows, RegisterIndex index) => index.IsEmpty
        ? []
        :
        [
            .. rows
                .Where(row => row.Row is { ConsentTransfer.IsGiven: true } or { ConsentRisk.IsGiven: true } or { ConsentHealth.IsGiven: true })
                .SelectMany(row => Candidates(row.Identity, index).Where(person => Withdrawals.MayMatter(row.Row!, person, sealer)))
                .Select(person => person.Id)
                .Distinct(),
        ];

    private static IEnumerable<Person> Candidates(RowIdentity row, RegisterIndex index)
    {
        var identified = index.ByExternalId(row.ExternalId);
        return (identified is null ? [] : new[] { index.Person(identified.PersonId) })
            .Concat(index.BySnils(row.Snils))
            .Concat(row.BirthDate is { } birthDate ? index.ByName(NameText.Normalize($"{row.LastName} {row.FirstName} {row.MiddleName}"), birthDate) : []);
    }

    /// <summary>What is known around a batch of rows.</summary>
    /// <param name="Index">The register before the import.</param>
    /// <param name="Written">People of this import that stand in the database already.</param>
    /// <param name="WorkLimits">Person → text of their work limits.</param>
    /// <param name="Withdrawals">What people of the register took back.</param>
    private sealed record Surroundings(RegisterIndex Index, Dictionary<long, Person> Written, Dictionary<long, string> WorkLimits, Withdrawals Withdrawals);
}
