using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.Profiling.Campaigns;

/// <summary>Those who have not answered, as a file. The journal is told before the first row leaves.</summary>
public sealed class ExportSilent(MarshrutDb db, ListSilent silent) : IUseCase
{
    private static readonly string[] headers = ["Фамилия", "Имя", "Отчество", "Код направления", "Курс", "Группа", "Телефон", "Электронная почта", "Писем"];
    private static readonly double[] widths = [18, 16, 18, 16, 8, 12, 18, 28, 8];

    /// <param name="campaignId">Of a campaign that was found.</param>
    /// <param name="group">One group; null: all.</param>
    /// <param name="output">Takes an xlsx.</param>
    /// <param name="cancel">Stops the writing.</param>
    public async Task Write(long campaignId, string? group, Stream output, CancellationToken cancel)
    {
        var found = await silent.All(campaignId, group, cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "campaign", campaignId, Details: new { what = "campaign-silent", format = "xlsx", rows = found.Count }));
        await db.SaveChangesAsync(cancel);
        await TableExport.WriteXlsx(output, "Не ответили", headers, widths, found.Select(Row).ToAsyncEnumerable(), cancel);
    }

    private static string[] Row(SilentLine line) =>
    [
        line.LastName, line.FirstName, line.MiddleName ?? "", line.ProgrammeCode ?? "", $"{line.Course}", line.Group ?? "", line.Phone is { } phone ? PhoneNumbers.Format(phone) : "", line.Email ?? "", $"{line.Letters}",
    ];
}
