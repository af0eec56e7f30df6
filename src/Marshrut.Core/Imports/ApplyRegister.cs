using Marshrut.Core.Agreements;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Organizations;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <param name="FileName">Shown in the list of imports.</param>
/// <param name="AllOrNothing">Write nothing unless every row is accepted (DOMAIN §5).</param>
/// <param name="ImportId">A staged import's id; null: a new one is made.</param>
/// <param name="Watch">Told how far it is: rows read, then rows written.</param>
public sealed record ApplyRegisterInput(
    string FileName, StagedRegister Register, RegisterReadingOptions Options, bool AllOrNothing = false, long? ImportId = null, Action<JobProgress>? Watch = null)
{
    /// <summary><see cref="ImportReport.Print"/> that somebody agreed to; null: whatever the file does now.</summary>
    public string? Seen { get; init; }
}

/// <summary>
/// Writes a register in one transaction: people, enrolments, one packed ledger row per changed enrolment (R42), consents, possible duplicates and the
/// journal. Everything or nothing (R37).
/// </summary>
public sealed class ApplyRegister(MarshrutDb db, BulkWriter bulk, Sealer sealer, Fingerprint fingerprint, ListTransferRecipients recipients, KeyRing ring, TimeProvider clock) : IUseCase
{
    /// <summary>Code of the refusal: the file would do something else than what was shown.</summary>
    public const string RegisterChanged = "register-changed";

    /// <summary>At most: person, enrolment, ledger row, three consents, two duplicates; beside the rows a remembered column each and the import itself.</summary>
    private const int IdsPerRow = 8;

    /// <summary>Rows written by one import that are worth telling the planner of.</summary>
    private const int MuchFrom = 1_000;

    /// <exception cref="RuleViolation"><see cref="RegisterChanged"/>; the import is not queued any more. Nothing is written then.</exception>
    public async Task<ImportReport> Apply(ApplyRegisterInput input, CancellationToken cancel)
    {
        // Ids come first: reserving them needs a writer of its own, and SQLite has one.
        var idCount = (input.Register.RowCount * IdsPerRow) + input.Register.Sheet.Header.Cells.Length + 1;
        var ids = new IdRange(db.Ids.Reserve(idCount), idCount);
        var importId = input.ImportId ?? ids.Take();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OrganizationLock.Take(db, cancel);
        var staged = input.ImportId is null ? null : await Waiting(importId, cancel);
        if (staged is { State: ImportState.Applied, Report: { } done })
        {
            // A job that was cut off after its commit is begun anew: everything is there already.
            return ImportReport.Open(sealer, done, importId);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var watch = new ApplyWatch(input.Watch);
        var recipient = await recipients.List(cancel) is [var single] ? single.Id : (long?)null;
        using var writing = new Writing(new WrittenDigest(ring), db.Scope.OrganizationId, importId, db.Scope.Actor, now, ids.Take, recipient, watch);
        var planning = new PlanRegister(
            db, sealer, new PlanInput(input.Options.Today, importId, ids.Take, (rows, stop) => WriteNew(rows, writing, stop), bulk.Portion, watch));
        var plan = await planning.Plan(new RegisterParser(input.Register.Sheet, input.Options), input.Register, cancel);
        var report = RegisterIntake.Report(plan);
        if (input.AllOrNothing && plan.Rejected > 0)
        {
            return report.AsNothing();
        }

        if (input.Seen is { } seen && seen != report.Print())
        {
            throw new RuleViolation(RegisterChanged, "Пока файл ждал записи, реестр изменился, и запись сделала бы не то, что вы видели. Ничего не записано: проверьте файл ещё раз.");
        }

        var run = staged ?? NewRun(input, importId, now);
        Fill(run, report, now);
        run.Report = report.Seal(sealer, importId);
        if (staged is not null)
        {
            await RememberColumns.Remember(db, input.Register.Sheet, input.Options.Mapping, ids.Take, cancel);
        }

        await WriteChanges(plan, writing, cancel);
        await db.Organizations.Where(row => row.Id == writing.OrganizationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        db.Audit(new AuditDraft(writing.OrganizationId, AuditActions.ImportApplied, "import", importId, Details: new
        {
            read = report.Read,
            created = report.Created,
            updated = report.Updated,
            unchanged = report.Unchanged,
            rejected = report.Rejected,
            digest = writing.Digest(),
        }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (report.Created + report.Updated >= MuchFrom)
        {
            await bulk.Settle(typeof(Person), typeof(Enrolment), typeof(Evidence));
        }

        return report;
    }

    private async Task<ImportRun> Waiting(long importId, CancellationToken cancel)
    {
        var run = await db.Imports.SingleAsync(row => row.Id == importId, cancel);
        return run.State is ImportState.Queued or ImportState.Applied
            ? run
            : throw new RuleViolation("import-not-queued", "Эту загрузку уже отменили или убрали. Загрузите файл ещё раз.");
    }

    private ImportRun NewRun(ApplyRegisterInput input, long importId, DateTime now)
    {
        var run = new ImportRun
        {
            Id = importId,
            OrganizationId = db.Scope.OrganizationId,
            FileName = input.FileName,
            SheetName = input.Register.Sheet.Name,
            HeaderRow = input.Register.Sheet.Header.Number,
            Actor = db.Scope.Actor,
            CreatedAt = now,
        };
        db.Imports.Add(run);
        return run;
    }

    private static void Fill(ImportRun run, ImportReport report, DateTime now)
    {
        run.State = ImportState.Applied;
        run.Failure = null;
        run.AppliedAt = now;
        run.Read = report.Read;
        run.Created = report.Created;
        run.Updated = report.Updated;
        run.Unchanged = report.Unchanged;
        run.Rejected = report.Rejected;
        run.Repaired = report.Repaired;
        run.MissingFromFile = report.MissingFromFile;
    }

    /// <summary>One batch of people who were not in the register.</summary>
    private async Task WriteNew(NewRows rows, Writing writing, CancellationToken cancel)
    {
        var ledger = Ledger(rows.Rows, writing);
        await bulk.Insert(Ahead.Of(rows.People.Select(person => NewPerson(person, writing)), cancel), cancel);
        await bulk.Insert(Ahead.Of(rows.Rows.Select(row => NewEnrolment(row.Enrolment, writing)), cancel), cancel);
        await bulk.Insert(Ahead.Of(ledger.Select(line => LedgerRow(line.Row, writing, line.Id)), cancel), cancel);
        await bulk.Insert(rows.People.SelectMany(person => Consents(person, writing)), cancel);
    }

    /// <summary>What only the end of the file decides: people who were in the register, their rows, and pairs to be looked at.</summary>
    private async Task WriteChanges(RegisterPlan plan, Writing writing, CancellationToken cancel)
    {
        // People, enrolments and ledger are written in turn; whoever waits counts rows of the file.
        writing.Watch.BeginWriting(plan.People.Count + (2 * plan.Changed.Count), plan.Changed.Count);
        var ledger = Ledger(plan.Changed, writing);
        await bulk.Update(Watched(plan.People.Select(person => ChangedPerson(person, writing))), null, cancel);
        await bulk.Insert(Watched(plan.Changed.Where(row => row.Enrolment.IsNew).Select(row => NewEnrolment(row.Enrolment, writing))), cancel);
        await bulk.Update(Watched(plan.Changed.Where(row => !row.Enrolment.IsNew).Select(row => ChangedEnrolment(row.Enrolment, writing))), null, cancel);
        await bulk.Insert(Watched(ledger.Select(line => LedgerRow(line.Row, writing, line.Id))), cancel);
        await bulk.Insert(plan.People.SelectMany(person => Consents(person, writing)), cancel);
        await bulk.Insert(plan.Duplicates.Select(duplicate => Duplicate(duplicate, writing)), cancel);
        await ListOrder.Copy(db, cancel);
        IEnumerable<T> Watched<T>(IEnumerable<T> rows) => writing.Watch.Written(Ahead.Of(rows, cancel));
    }

    /// <summary>
    /// Rows with the ids of their ledger rows. The work limits of a person point at the ledger row that holds them, so its id is needed before the
    /// person is sealed.
    /// </summary>
    private static List<(PlannedRow Row, long Id)> Ledger(IReadOnlyList<PlannedRow> rows, Writing writing)
    {
        var ledger = new List<(PlannedRow, long)>(rows.Count);
        foreach (var row in rows)
        {
            var id = writing.NextId();
            if (row.Enrolment.Person.WorkLimitsChanged)
            {
                row.Enrolment.Person.PointWorkLimits(id);
            }

            ledger.Add((row, id));
        }

        return ledger;
    }

    private Evidence LedgerRow(PlannedRow row, Writing writing, long id)
    {
        var enrolment = row.Enrolment;
        var changes = enrolment.Person.Changes().Concat(enrolment.Changes()).ToList();
        writing.Digested(row, changes);
        var payload = new EvidencePayload(
            enrolment.IsNew,
            enrolment.Person.IsNew ? null : Dictionary(changes, change => change.Before),
            Dictionary(changes, change => change.After));
        return new Evidence
        {
            Id = id,
            OrganizationId = writing.OrganizationId,
            PersonId = enrolment.Person.Id,
            EnrolmentId = enrolment.Id,
            Source = EvidenceSource.Import,
            ImportId = writing.ImportId,
            RowNumber = row.Number,
            RecordedAt = writing.At,
            Actor = writing.Actor,
            Sealed = payload.Seal(sealer, id),
        };
    }

    private static Dictionary<string, string?> Dictionary(List<FieldChange> changes, Func<FieldChange, string?> text)
    {
        var dictionary = new Dictionary<string, string?>(changes.Count);
        foreach (var change in changes)
        {
            dictionary[change.Key] = text(change);
        }

        return dictionary;
    }

    private Person NewPerson(PersonDraft draft, Writing writing)
    {
        var values = draft.Values;
        var person = values.NewPerson(
            draft.Id, writing.OrganizationId, fingerprint.Of(values.Snils, draft.SortName, values.BirthDate), sealer.Seal(draft.Facts, draft.Id));
        person.CreatedByImportId = person.LastImportId = writing.ImportId;
        return person;
    }

    private Person ChangedPerson(PersonDraft draft, Writing writing)
    {
        var person = draft.Stored!;
        draft.Values.WriteTo(person);
        person.Fingerprint = fingerprint.Of(person.Snils, person.SortName, person.BirthDate);
        person.Facts = sealer.Seal(draft.Facts, draft.Id);
        person.Version++;
        person.LastImportId = writing.ImportId;
        return person;
    }

    private Enrolment NewEnrolment(EnrolmentDraft draft, Writing writing)
    {
        var enrolment = draft.Values.NewEnrolment(
            draft.Id, writing.OrganizationId, draft.Person.Id, draft.Person.SortName, sealer.Seal(draft.Facts, draft.Id));
        enrolment.CreatedByImportId = enrolment.LastImportId = writing.ImportId;
        return enrolment;
    }

    private Enrolment ChangedEnrolment(EnrolmentDraft draft, Writing writing)
    {
        var enrolment = draft.Stored!;
        draft.Values.WriteTo(enrolment);
        enrolment.SortName = draft.Person.SortName;
        enrolment.Facts = sealer.Seal(draft.Facts, draft.Id);
        enrolment.Version++;
        enrolment.LastImportId = writing.ImportId;
        return enrolment;
    }

    /// <summary>
    /// A signed consent of the file becomes a document of the person. Where there is a single live agreement, that to a transfer names its service for
    /// good; where there is none yet, or several, it names nobody (R46).
    /// </summary>
    private IEnumerable<ConsentRecord> Consents(PersonDraft person, Writing writing)
    {
        foreach (var (purpose, day) in person.SignedConsents())
        {
            var id = writing.NextId();
            yield return new ConsentRecord
            {
                Id = id,
                OrganizationId = writing.OrganizationId,
                PersonId = person.Id,
                RecordedAt = writing.At,
                Sealed = new Consent(purpose, day, Consent.Imported, purpose == ConsentPurpose.Transfer ? writing.RecipientId : null).Seal(sealer, id),
            };
        }
    }

    private static DuplicateCandidate Duplicate(PlannedDuplicate duplicate, Writing writing) => new()
    {
        Id = writing.NextId(),
        OrganizationId = writing.OrganizationId,
        FirstPersonId = duplicate.FirstPersonId,
        SecondPersonId = duplicate.SecondPersonId,
        Reason = duplicate.Reason,
        ImportId = writing.ImportId,
    };

    /// <summary>One import being written, and the digest of what it wrote (R33).</summary>
    private sealed class Writing(WrittenDigest digest, long organizationId, long importId, string actor, DateTime at, Func<long> nextId, long? recipientId, ApplyWatch watch) : IDisposable
    {
        public long OrganizationId => organizationId;

        public long ImportId => importId;

        public string Actor => actor;

        public DateTime At => at;

        /// <summary>Whom a consent to a transfer names; null: nobody.</summary>
        public long? RecipientId => recipientId;

        public ApplyWatch Watch => watch;

        public long NextId() => nextId();

        /// <summary>Where the row went and every value it brought, before they are sealed.</summary>
        public void Digested(PlannedRow row, List<FieldChange> changes)
        {
            digest.Append(row.Number);
            digest.Append(row.Enrolment.Person.Id);
            digest.Append(row.Enrolment.Id);
            foreach (var change in changes)
            {
                digest.Append(change.Key);
                digest.Append(change.After);
            }
        }

        public string Digest() => digest.Finish();

        public void Dispose() => digest.Dispose();
    }
}
