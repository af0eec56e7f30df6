using Marshrut.Core.People;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Register.Consents;

/// <summary>A register of consents as a file, in the columns and the order of the page. The journal is told before the first row leaves.</summary>
public sealed class ExportConsents(MarshrutDb db, ListConsents list) : IUseCase
{
    private static readonly string[] headers = ["Фамилия", "Имя", "Отчество", "Код направления", "Группа", "Дата рождения", "Согласие", "Подписано", "Действует по", "Отозвано", "Получатель", "Подписал"];
    private static readonly double[] widths = [18, 16, 18, 14, 12, 13, 22, 12, 13, 12, 44, 16];

    public async Task Write(ConsentFilter filter, Stream output, CancellationToken cancel)
    {
        var found = await list.List(filter, cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "consents", Details: new { what = "consents", format = "xlsx", rows = found.Found.Count }));
        await db.SaveChangesAsync(cancel);
        await TableExport.WriteXlsx(output, "Согласия", headers, widths, found.Found.Select(line => Row(line, filter.Purpose, found)).ToAsyncEnumerable(), cancel);
    }

    private static string[] Row(ConsentLine line, ConsentPurpose purpose, ConsentList found)
    {
        var standing = line[purpose];
        return
        [
            line.LastName, line.FirstName, line.MiddleName ?? "", line.ProgrammeCode, line.Group ?? "", Russian.Date(line.BirthDate),
            line.Is(ConsentState.Withdrawn, purpose, found.Situation) ? "отозвано"
                : standing.SignedOn is null ? "нет"
                : line.Is(ConsentState.Outgrown, purpose, found.Situation) ? "подписать заново" : "есть",
            Day(standing.SignedOn), Day(standing.EndsOn), Day(standing.WithdrawnOn),
            standing.RecipientId is { } named ? found.Recipients.GetValueOrDefault(named, "") : "",
            standing.SignedOn is null ? "" : standing.ByRepresentative ? "представитель" : standing.IsImported ? "" : "сам",
        ];
    }

    private static string Day(DateOnly? day) => day is { } known ? Russian.Date(known) : "";
}
