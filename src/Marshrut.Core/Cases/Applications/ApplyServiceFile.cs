using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <summary>
/// Writes an uploaded file of ЕЦП in one transaction: applications and traces of people whom the centre in scope works with, a line in the story of each,
/// a new CV as a fact (З1.2). The file goes with it.
/// </summary>
public sealed class ApplyServiceFile(MarshrutDb db, PlanServiceFile planning, CaseBook book, Sealer sealer, TellFact facts) : IUseCase
{
    /// <returns>Null: the file has been written or put away meanwhile.</returns>
    /// <exception cref="SpreadsheetProblem">It lacks a column.</exception>
    public async Task<FileReport?> Apply(long id, CancellationToken cancel)
    {
        if (await db.ServiceFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } file)
        {
            return null;
        }

        var content = sealer.Open(file.Content, SealPurpose.ServiceFile, file.Id);
        var mapping = await planning.Mapping(cancel);

        // As many ids as the file can need, whoever opens cases between this look and the transaction.
        var count = (await planning.Plan(content, mapping, cancel)).Report.Read * ServiceFileParser.MostRecords * (2 + TellFact.IdsOfOne) + 1;
        var ids = new IdRange(db.Ids.Reserve(count), count);
        await using var transaction = await book.Begin(cancel);
        if (await db.ServiceFiles.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } held)
        {
            return null;
        }

        var plan = await planning.Plan(content, mapping, cancel);
        var changed = plan.Records.Where(one => one.Known is null || one.Changes(sealer)).ToLookup(one => one.CaseId);
        var cases = await book.Open([.. changed.Select(group => group.Key)], cancel);
        var knownIds = changed.SelectMany(group => group).Select(one => one.Known?.Id).OfType<long>().ToList();
        var known = await db.ServiceApplications.Where(row => knownIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var studies = new List<long>();
        foreach (var opened in cases)
        {
            foreach (var one in changed[opened.Case.Id])
            {
                if (one.Known is { } before)
                {
                    known[before.Id].Tell(one.Record, sealer);
                    continue;
                }

                db.ServiceApplications.Add(ServiceApplication.Of(one.Record, opened.Case, ids.Take(), fromFile: true, sealer));
                if (one.Record.Kind == ServiceKind.Cv
                    && await facts.Tell(opened, new FactDone(FactCode.JobSearchPreparation, FactValue.Yes, one.Record.FiledOn, ServiceWords.Cv), ids, cancel) is { } study)
                {
                    studies.Add(study);
                }
            }

            var told = string.Join("; ", changed[opened.Case.Id].Select(one => ServiceWords.Told(one.Record)));
            book.Tell(opened, new CaseEntryDraft(CaseEntryKind.Application, Text: $"выгрузка портала: {told}"), ids.Take(), AuditActions.ApplicationRecorded, activity: false);
        }

        db.ServiceFiles.Remove(held);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.ApplicationsImported, "service-file", id, Details: new
        {
            read = plan.Report.Read,
            created = plan.Report.Created,
            updated = plan.Report.Updated,
            rejected = plan.Report.Rejected,
        }));
        await book.Save(cases, cancel);
        await transaction.CommitAsync(cancel);
        await facts.Settle(studies, cancel);
        return plan.Report;
    }
}
