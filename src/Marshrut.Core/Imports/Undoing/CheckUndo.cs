using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Profiling.Campaigns;
using Marshrut.Core.Risk;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports.Undoing;

/// <summary>
/// An import may be taken back until a later change, confirmation or override touches any of its rows (R45). Says what stands in the way, for the
/// page before and for the undoing itself.
/// </summary>
public sealed class CheckUndo(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <returns>Null: it can be taken back.</returns>
    public async Task<string?> Check(long importId, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancel) is { } run
            ? (await Obstacle(run, cancel))?.Message
            : null;

    internal async Task<RuleViolation?> Obstacle(ImportRun run, CancellationToken cancel)
    {
        if (run.State == ImportState.Undone)
        {
            return new RuleViolation("import-undone", "Эта загрузка уже отменена.");
        }

        if (run.State != ImportState.Applied)
        {
            return new RuleViolation("import-not-applied", "Этот файл не записан, отменять нечего.");
        }

        var decided = await Decided(run, cancel);
        if (decided > 0)
        {
            return new RuleViolation(
                "import-confirmed",
                $"Отменить загрузку нельзя: после неё подтверждён или изменён уровень, человек: {Russian.Number(decided)}. Исправьте данные в карточках или новым файлом.");
        }

        var asked = await db.ClientRequests.Where(row => ImportTraces.PersonIds(db, run.Id).Contains(row.PersonId)).Select(row => row.PersonId).Distinct().CountAsync(cancel);
        if (asked > 0)
        {
            return new RuleViolation(
                "import-requests", $"Отменить загрузку нельзя: у её людей записаны запросы, человек: {Russian.Number(asked)}. Исправьте данные в карточках или новым файлом.");
        }

        var answered = await db.Responses.Where(row => ImportTraces.PersonIds(db, run.Id).Contains(row.PersonId)).Select(row => row.PersonId).Distinct().CountAsync(cancel);
        if (answered > 0)
        {
            return new RuleViolation(
                "import-responses", $"Отменить загрузку нельзя: её люди ответили на анкеты, человек: {Russian.Number(answered)}. Исправьте данные в карточках или новым файлом.");
        }

        // Behind an opened invitation lie answers being given, a CV, what somebody says is wrong: none of it may go with the person.
        var came = await db.Invitations.Where(row => row.State != InvitationState.Silent && ImportTraces.PersonIds(db, run.Id).Contains(row.PersonId))
            .Select(row => row.PersonId).Distinct().CountAsync(cancel);
        if (came > 0)
        {
            return new RuleViolation(
                "import-invited",
                $"Отменить загрузку нельзя: её люди уже открыли анкету или свою страницу, человек: {Russian.Number(came)}. Исправьте данные в карточках или новым файлом.");
        }

        var changed = await ChangedLater(run, cancel);
        return changed > 0
            ? new RuleViolation(
                "import-changed",
                $"Отменить загрузку нельзя: её строки потом менялись или по ним решали об уровне, строк: {Russian.Number(changed)}. Исправьте данные в карточках или новым файлом.")
            : null;
    }

    private Task<int> Decided(ImportRun run, CancellationToken cancel) => db.Assessments
        .Where(row => row.Status != AssessmentStatus.Proposed && row.DecidedAt >= run.AppliedAt)
        .Where(row => ImportTraces.PersonIds(db, run.Id).Contains(row.PersonId))
        .Select(row => row.PersonId)
        .Distinct()
        .CountAsync(cancel);

    private async Task<int> ChangedLater(ImportRun run, CancellationToken cancel)
    {
        var id = run.Id;
        var ledger = ImportTraces.Ledger(db, id);
        var left = await ImportTraces.Enrolments(db, id).CountAsync(enrolment => enrolment.LastImportId == id, cancel);
        var written = await ledger.Select(row => row.EnrolmentId).Distinct().CountAsync(cancel);
        var people = await ImportTraces.People(db, id).CountAsync(person => person.CreatedByImportId == id && person.LastImportId != id, cancel);
        var added = await db.Enrolments
            .Where(enrolment => enrolment.CreatedByImportId == null || enrolment.CreatedByImportId != id)
            .CountAsync(enrolment => db.People.Any(person => person.Id == enrolment.PersonId && person.CreatedByImportId == id), cancel);
        var later = await db.Evidence
            .Where(row => row.RecordedAt > run.AppliedAt && (row.ImportId == null || row.ImportId != id))
            .Where(row => ImportTraces.PersonIds(db, id).Contains(row.PersonId))
            .Select(row => row.PersonId)
            .Distinct()
            .CountAsync(cancel);
        return Math.Max(later, Math.Max(written - left, people + added + await KnownPeopleChangedLater(id, cancel)));
    }

    /// <summary>
    /// A known person bears this import's mark only where the import changed the person and not an enrolment alone: the ledger tells which.
    /// </summary>
    private async Task<int> KnownPeopleChangedLater(long importId, CancellationToken cancel)
    {
        var marked = (await ImportTraces.KnownPeople(db, importId).Where(person => person.LastImportId == importId).Select(person => person.Id).ToListAsync(cancel)).ToHashSet();
        var changed = new HashSet<long>();
        await foreach (var row in ImportTraces.OfKnownPeople(db, importId).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!marked.Contains(row.PersonId) && EvidencePayload.Open(sealer, row).After.Keys.Any(PersonRestoring.IsOfPerson))
            {
                changed.Add(row.PersonId);
            }
        }

        return changed.Count;
    }
}
