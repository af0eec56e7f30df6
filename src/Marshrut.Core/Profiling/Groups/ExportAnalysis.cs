using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets.Writing;
using Marshrut.Rules.Profiling;

namespace Marshrut.Core.Profiling.Groups;

/// <summary>The analysis as a workbook, in the columns and the order of the page. Numbers only: the journal is told that it left.</summary>
public sealed class ExportAnalysis(MarshrutDb db, AnalyseGroups analyse) : IUseCase
{
    private const double Wide = 38;
    private const double Narrow = 14;

    /// <param name="userId">Whose groups.</param>
    /// <param name="withRisk">With the columns of levels; a school has none.</param>
    /// <param name="output">The workbook.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task Write(long userId, bool withRisk, Stream output, CancellationToken cancel)
    {
        var found = await analyse.Analyse(userId, cancel);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "client-groups", Details: new { what = "analysis", format = "xlsx", rows = found.Rows.Count }));
        await db.SaveChangesAsync(cancel);
        string[] risk = withRisk ? ["Высокий риск", "Невысокий", "Из них предварительно", "Не определён"] : [];
        string[] headers = ["Этап", "Группа", "Человек", .. risk, .. found.Types.Select(type => $"Запрос: {type.Title}")];
        using var xlsx = new XlsxWriter(output, "Анализ групп", [24, Wide, .. Enumerable.Repeat(Narrow, headers.Length - 2)], frozenRows: 1);
        xlsx.Header(headers);
        foreach (var row in found.Rows)
        {
            Write(RouteStages.Title(row.Stage), row.Group?.Title ?? "все", row.Figures);
        }

        Write("Всего", "", found.Total);

        void Write(string stage, string group, AnalysisFigures figures)
        {
            xlsx.StartRow();
            xlsx.Text(stage);
            xlsx.Text(group);
            xlsx.Number(figures.People);
            foreach (var number in withRisk ? new[] { figures.High, figures.NotHigh, figures.Preliminary, figures.NoLevel } : [])
            {
                xlsx.Number(number);
            }

            foreach (var type in found.Types)
            {
                xlsx.Number(figures.Requests.GetValueOrDefault(type.Code));
            }
        }
    }
}
