using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="State">Came, did not come, or cancelled.</param>
/// <param name="Note">What came of it; null: nothing was written.</param>
public sealed record VisitMark(long VisitId, VisitState State, string? Note);

/// <summary>Marks a visit. Who came was reached; who did not is to be called on the next working day.</summary>
public sealed class MarkVisit(MarshrutDb db, PlanBook book, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such visit in the centre in scope.</returns>
    /// <exception cref="RuleViolation">It is marked already; its day has not come; the case has ended.</exception>
    public async Task<bool> Mark(VisitMark input, CancellationToken cancel)
    {
        var note = PlanText.OrNone(input.Note, "note-long");
        var today = clock.Today();
        var entryId = db.Ids.Take();
        await using var transaction = await book.Begin(cancel);
        if (await db.Visits.FirstOrDefaultAsync(row => row.Id == input.VisitId, cancel) is not { } visit || await book.OpenCase(visit.CaseId, cancel) is not { } opened)
        {
            return false;
        }

        if (input.State is VisitState.Came or VisitState.Missed && visit.On > today)
        {
            throw new RuleViolation("visit-ahead", $"Явка ещё впереди: {Russian.Date(visit.On)}. Её можно перенести или отменить.");
        }

        visit.End(input.State);
        visit.Words = (VisitWords.Open(sealer, visit) with { Note = note }).Seal(sealer, visit.Id);
        if (input.State is VisitState.Came or VisitState.Missed)
        {
            var result = input.State == VisitState.Came ? ContactResult.Spoke : ContactResult.NoAnswer;
            opened.Case.Contact(ContactWay.Visit, result, visit.On, result.Next(today));
        }

        var told = $"явка {Russian.Date(visit.On)}, {Russian.Time(visit.From)}: {PlanWords.Visit(input.State)}{(note is null ? "" : $". {note}")}";
        await book.Save(opened, told, entryId, AuditActions.VisitMarked, activity: input.State == VisitState.Came, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
