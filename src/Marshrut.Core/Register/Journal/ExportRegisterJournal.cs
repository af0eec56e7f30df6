using System.Globalization;
using System.Runtime.CompilerServices;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Journal;

/// <summary>The filtered journal as a workbook, streamed. The journal is told before the first row leaves; that line itself is not among them.</summary>
public sealed class ExportRegisterJournal(MarshrutDb db, ReadJournalLines read, TimeProvider clock) : IUseCase
{
    private const int Portion = 500;

    public static readonly string[] Headers = ["№", "Когда", "Кто", "Что сделано", "Было, стало, причина", "Человек"];

    private static readonly double[] Widths = [10, 18, 30, 60, 80, 30];

    public async Task Write(RegisterJournalFilter filter, Stream output, CancellationToken cancel)
    {
        var last = await filter.Of(db).MaxAsync(line => (long?)line.Sequence, cancel) ?? 0;
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "journal", Details: new
        {
            what = "journal",
            format = "xlsx",
            from = filter.From,
            to = filter.To,
            user = filter.UserId,
            topic = filter.Topic?.ToString(),
            onePerson = filter.PersonId is not null,
        }));
        await db.SaveChangesAsync(cancel);
        await TableExport.WriteXlsx(output, "Журнал", Headers, Widths, Cells(filter, last, cancel), cancel);
    }

    private async IAsyncEnumerable<string[]> Cells(RegisterJournalFilter filter, long last, [EnumeratorCancellation] CancellationToken cancel)
    {
        var before = last + 1;
        while (true)
        {
            var lines = await filter.Of(db).AsNoTracking().Where(line => line.Sequence < before)
                .OrderByDescending(line => line.Sequence).Take(Portion).ToListAsync(cancel);
            foreach (var row in await read.Read(lines, cancel))
            {
                yield return
                [
                    row.Sequence.ToString(CultureInfo.InvariantCulture),
                    TimeZoneInfo.ConvertTimeFromUtc(row.At, clock.LocalTimeZone).ToString("dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture),
                    row.Actor,
                    row.Words,
                    row.Values,
                    row.Person ?? "",
                ];
            }

            if (lines.Count < Portion)
            {
                yield break;
            }

            before = lines[^1].Sequence;
        }
    }
}
