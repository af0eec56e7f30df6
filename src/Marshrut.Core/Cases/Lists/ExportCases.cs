using System.Globalization;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>The list of cases as a file: exactly the filtered lines in their order. The journal is told before the first row leaves.</summary>
public sealed class ExportCases(MarshrutDb db, TimeProvider clock) : IUseCase
{
    private static readonly string[] headers =
        ["Фамилия", "Имя", "Отчество", "Телефон", "Район", "Откуда", "Код направления", "Год выпуска", "Приоритет", "Состояние", "Итог", "Куратор", "Открыто", "Последний разговор", "Следующий разговор", "Завершено"];

    private static readonly double[] widths = [18, 16, 18, 18, 20, 40, 14, 11, 11, 18, 34, 30, 12, 12, 12, 12];

    public async Task Write(CaseFilter filter, Stream output, CancellationToken cancel)
    {
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "cases", Details: new { what = "cases", format = "xlsx" }));
        await db.SaveChangesAsync(cancel);
        var rows = ListCases.OrderOf(filter).Of(filter.Of(db, clock.Today()), backward: false).AsAsyncEnumerable().Select(Row);
        await TableExport.WriteXlsx(output, "Сопровождение", headers, widths, rows, cancel);
    }

    private static string[] Row(CaseLine line) =>
    [
        line.LastName, line.FirstName, line.MiddleName ?? "", line.Phone is { } phone ? PhoneNumbers.Format(phone) : "", line.District ?? "", line.SenderName ?? "обратился сам",
        line.ProgrammeCode ?? "", line.GraduationYear?.ToString(CultureInfo.InvariantCulture) ?? "", line.Priority.ToString(CultureInfo.InvariantCulture),
        CaseWords.State(line.State), line.Outcome is { } outcome ? CaseWords.Outcome(outcome) : "", line.CuratorName ?? "",
        Russian.Date(line.OpenedOn), Day(line.LastContactOn), Day(line.NextContactOn), Day(line.ClosedOn),
    ];

    private static string Day(DateOnly? day) => day is { } known ? Russian.Date(known) : "";
}
