using System.Globalization;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Outside;

/// <summary>
/// A transfer as a file: who was handed over, as it was frozen, and how each stands. A centre outside the program works in it and fills in the last columns.
/// Health and restricted grounds are not in it. The journal is told before the first row leaves.
/// </summary>
public sealed class WriteTransferFile(MarshrutDb db, Sealer sealer) : IUseCase
{
    private static readonly string[] headers =
    [
        OutsideColumns.Item.Header, "Приоритет", OutsideColumns.LastName.Header, "Имя", "Отчество", "Дата рождения", "Телефон", "Почта", "Район", "Код направления", "Год выпуска",
        "Почему высокий риск", "Что просим сделать", "Кому звонить в центр карьеры", "Ответить до",
        OutsideColumns.Answer.Header, OutsideColumns.Reason.Header, OutsideColumns.Curator.Header, OutsideColumns.Outcome.Header,
    ];

    private static readonly double[] widths = [12, 10, 18, 16, 18, 13, 18, 26, 20, 14, 11, 44, 30, 36, 12, 18, 30, 24, 34];

    /// <returns>False: the organisation in scope sent no such transfer; nothing is written.</returns>
    public async Task<bool> Write(long transferId, Stream output, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        if (!await db.Transfers.AnyAsync(row => row.Id == transferId && row.FromOrganizationId == own, cancel))
        {
            return false;
        }

        // People who were given back, revoked or withdrew are no business of the centre any more.
        var items = await db.TransferItems.AsNoTracking().Where(row => row.TransferId == transferId && row.Snapshot != null)
            .OrderByDescending(row => row.Priority).ThenBy(row => row.Id).ToListAsync(cancel);
        db.Audit(new AuditDraft(own, AuditActions.Exported, "transfer", transferId, Details: new { what = "transfer", format = "xlsx" }));
        await db.SaveChangesAsync(cancel);
        await TableExport.WriteXlsx(output, "Передача", headers, widths, items.Select(Row).ToAsyncEnumerable(), cancel);
        return true;
    }

    private string[] Row(TransferItem item)
    {
        var handed = TransferSnapshot.Open(sealer, item.Snapshot!, item.Id).WithoutSpecial();
        var (person, study, call) = (handed.Person, handed.Study, handed.CallAt);
        return
        [
            item.Id.ToString(CultureInfo.InvariantCulture), item.Priority.ToString(CultureInfo.InvariantCulture), person.LastName, person.FirstName, person.MiddleName ?? "",
            Russian.Date(person.BirthDate), person.Phone is { } phone ? PhoneNumbers.Format(phone) : "", person.Email ?? "", person.DistrictAfter ?? person.District ?? "",
            study.ProgrammeCode, study.GraduationYear.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", handed.Risk.Present.Select(line => line.Evidence)), handed.Needs ?? "",
            string.Join(", ", new[] { call.Name, call.Phone, call.Email }.Where(part => !string.IsNullOrEmpty(part))), Russian.Date(item.AnswerBy),
            item.State == TransferItemState.Waiting ? "" : TransferWords.State(item.State), "", item.CuratorName ?? "", item.Outcome is { } outcome ? CaseWords.Outcome(outcome) : "",
        ];
    }
}
