using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Undoing;

/// <param name="Removed">Enrolments that went.</param>
/// <param name="Restored">Enrolments that are as they were before the import.</param>
public sealed record UndoneImport(int Removed, int Restored);

/// <summary>
/// Takes a written import back while nothing rests on it (R45), in one transaction: created people go with everything of theirs, changed ones are
/// restored from the ledger by compensating rows. Where risk was determined, it is determined anew at once.
/// </summary>
public sealed class UndoImport(
    MarshrutDb db, DatabaseAccess database, BulkWriter bulk, Sealer sealer, KeyRing ring, Fingerprint fingerprint, CheckUndo check, AssessOrganization assess, TimeProvider clock)
    : IUseCase
{
    /// <exception cref="RuleViolation">Something rests on it; the sentence says what and how much.</exception>
    public async Task<UndoneImport> Undo(long importId, CancellationToken cancel)
    {
        // Ids come first: reserving them needs a writer of its own, and SQLite has one.
        var most = await ImportTraces.OfKnownPeople(db, importId).CountAsync(cancel);
        var firstId = most == 0 ? 0 : db.Ids.Reserve(most);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockedImport.Find(db, importId, cancel) ?? throw new RuleViolation("import-gone", "Такой загрузки нет.");
        if (await check.Obstacle(run, cancel) is { } obstacle)
        {
            throw obstacle;
        }

        using var digest = new WrittenDigest(ring);
        var restored = await Restore(run, new IdRange(firstId, most), digest, cancel);
        var removed = await Remove(run, digest, cancel);
        await ListOrder.Copy(db, cancel);
        await db.ImportChunks.Where(chunk => chunk.ImportId == importId).ExecuteDeleteAsync(cancel);
        run.State = ImportState.Undone;
        await db.Organizations.Where(row => row.Id == run.OrganizationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RegisterVersion, row => row.RegisterVersion + 1), cancel);
        db.Audit(new AuditDraft(run.OrganizationId, AuditActions.ImportUndone, "import", importId, Details: new { removed, restored, digest = digest.Finish() }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await database.EmptyLog(CancellationToken.None);
        await AssessAnew(cancel);
        return new UndoneImport(removed, restored);
    }

    /// <summary>Writes what stood before the import, and says so in the ledger.</summary>
    private async Task<int> Restore(ImportRun run, IdRange ids, WrittenDigest digest, CancellationToken cancel)
    {
        var rows = await ImportTraces.OfKnownPeople(db, run.Id).AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return 0;
        }

        var people = await ImportTraces.KnownPeople(db, run.Id).AsNoTracking().ToDictionaryAsync(person => person.Id, cancel);
        var enrolments = await ImportTraces.Enrolments(db, run.Id).AsNoTracking().ToDictionaryAsync(enrolment => enrolment.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var compensating = new List<Evidence>(rows.Count);
        var touchedPeople = new Dictionary<long, Person>();
        var touchedEnrolments = new Dictionary<long, Enrolment>();
        foreach (var row in rows)
        {
            var payload = EvidencePayload.Open(sealer, row);
            var before = payload.Before ?? new Dictionary<string, string?>();
            var person = people[row.PersonId];
            var id = ids.Take();
            if (new PersonRestoring(sealer, fingerprint).Restore(person, before, id))
            {
                touchedPeople[person.Id] = person;
            }

            var enrolment = enrolments[row.EnrolmentId!.Value];
            if (enrolment.CreatedByImportId != run.Id)
            {
                EnrolmentRestoring.Restore(enrolment, before, sealer);
                touchedEnrolments[enrolment.Id] = enrolment;
            }

            digest.Append(row.PersonId);
            digest.Append(row.EnrolmentId.Value);
            foreach (var (key, text) in before.OrderBy(field => field.Key, StringComparer.Ordinal))
            {
                digest.Append(key);
                digest.Append(text);
            }

            compensating.Add(new Evidence
            {
                Id = id,
                OrganizationId = run.OrganizationId,
                PersonId = row.PersonId,
                EnrolmentId = row.EnrolmentId,
                Source = EvidenceSource.ImportUndo,
                ImportId = run.Id,
                RowNumber = row.RowNumber,
                RecordedAt = now,
                Actor = db.Scope.Actor,
                Sealed = new EvidencePayload(false, payload.After, payload.Before ?? new Dictionary<string, string?>()).Seal(sealer, id),
            });
        }

        await bulk.Update(touchedPeople.Values, null, cancel);
        await bulk.Update(touchedEnrolments.Values, null, cancel);
        await bulk.Insert(compensating, cancel);

        // Consents that the file brought carry the moment of its writing.
        await db.Consents
            .Where(consent => consent.RecordedAt == run.AppliedAt && ImportTraces.PersonIds(db, run.Id).Contains(consent.PersonId))
            .ExecuteDeleteAsync(cancel);
        return touchedEnrolments.Count;
    }

    private async Task<int> Remove(ImportRun run, WrittenDigest digest, CancellationToken cancel)
    {
        var created = db.People.Where(person => person.CreatedByImportId == run.Id);
        foreach (var id in await db.Enrolments.Where(enrolment => enrolment.CreatedByImportId == run.Id).OrderBy(enrolment => enrolment.Id).Select(enrolment => enrolment.Id).ToListAsync(cancel))
        {
            digest.Append(id);
        }

        await db.DuplicateCandidates
            .Where(pair => pair.ImportId == run.Id
                || created.Select(person => person.Id).Contains(pair.FirstPersonId)
                || created.Select(person => person.Id).Contains(pair.SecondPersonId))
            .ExecuteDeleteAsync(cancel);
        await db.Assessments
            .Where(row => db.Enrolments.Any(enrolment => enrolment.Id == row.EnrolmentId && enrolment.CreatedByImportId == run.Id))
            .ExecuteDeleteAsync(cancel);
        await db.Consents.Where(row => created.Any(person => person.Id == row.PersonId)).ExecuteDeleteAsync(cancel);
        await db.Evidence.Where(row => created.Any(person => person.Id == row.PersonId)).ExecuteDeleteAsync(cancel);
        var removed = await db.Enrolments.Where(enrolment => enrolment.CreatedByImportId == run.Id).ExecuteDeleteAsync(cancel);
        await created.ExecuteDeleteAsync(cancel);
        return removed;
    }

    /// <summary>
    /// Proposals rest on facts that are no more: whoever was ever assessed is assessed anew on the day of the last run, whatever part of the
    /// register that run took. A register without runs has none.
    /// </summary>
    private async Task AssessAnew(CancellationToken cancel)
    {
        if (await db.AssessmentRuns.AsNoTracking().LatestFirst().FirstOrDefaultAsync(cancel) is { } last)
        {
            var ever = (await db.Assessments.Select(row => row.EnrolmentId).Distinct().ToListAsync(cancel)).ToHashSet();
            await assess.Assess(new AssessOrganizationInput(last.AsOf, FinalYearOnly: false, Only: ever), cancel);
        }
    }
}
