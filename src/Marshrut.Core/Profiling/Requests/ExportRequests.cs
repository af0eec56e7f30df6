using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <summary>The list of requests as a file, in the columns and the order of the page. The journal is told before the first row leaves.</summary>
public sealed class ExportRequests(MarshrutDb db, ListRequestTypes types) : IUseCase
{
    private static readonly string[] headers = ["Фамилия", "Имя", "Отчество", "Группа", "Телефон", "Запрос", "Состояние", "Записан", "Закрыт", "Кто отвечает"];
    private static readonly double[] widths = [18, 16, 18, 12, 18, 42, 12, 12, 12, 32];

    public async Task Write(RequestFilter filter, Stream output, CancellationToken cancel)
    {
        var titles = (await types.List(cancel)).ToDictionary(type => type.Code, type => type.Title);
        var found = await ListRequests.OrderOf(filter).Of(filter.Of(db), backward: false).ToListAsync(cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "requests", Details: new { what = "requests", format = "xlsx", rows = found.Count }));
        await db.SaveChangesAsync(cancel);
        await TableExport.WriteXlsx(output, "Запросы", headers, widths, found.Select(line => Row(line, titles)).ToAsyncEnumerable(), cancel);
    }

    private static string[] Row(RequestLine line, Dictionary<string, string> titles) =>
    [
        line.LastName, line.FirstName, line.MiddleName ?? "", line.Group ?? "", line.Phone is { } phone ? PhoneNumbers.Format(phone) : "",
        titles.GetValueOrDefault(line.Type, line.Type), RequestWords.State(line.State), Russian.Date(line.AskedOn), line.ClosedOn is { } closed ? Russian.Date(closed) : "", line.Responsible ?? "",
    ];
}
