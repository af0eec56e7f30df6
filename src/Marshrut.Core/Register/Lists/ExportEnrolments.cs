using System.Globalization;
using System.Runtime.CompilerServices;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <param name="Chosen">Only these enrolments of the filtered list; empty: all of it.</param>
/// <param name="IsXlsx">False: csv.</param>
public sealed record EnrolmentExport(EnrolmentFilter Filter, EnrolmentOrder Order, IReadOnlyCollection<long> Chosen, bool IsXlsx);

/// <summary>
/// Exactly the filtered list, in the columns and the order of the page, streamed (R15). The journal is told before the first row leaves: a reader
/// who hangs up in the middle has still read.
/// </summary>
public sealed class ExportEnrolments(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public static readonly string[] Headers =
    [
        "Фамилия", "Имя", "Отчество", "Код направления", "Группа", "Год выпуска", "Уровень риска", "Приоритет", "Характеристики", "Нет данных",
        "Согласие на передачу в ЦЗН",
    ];

    private static readonly double[] Widths = [18, 16, 18, 14, 12, 11, 24, 11, 60, 40, 14];

    public async Task Write(EnrolmentExport export, Stream output, CancellationToken cancel)
    {
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "enrolments", Details: new
        {
            format = export.IsXlsx ? "xlsx" : "csv",
            chosen = export.Chosen.Count,
            filtered = !export.Filter.IsEmpty,
            characteristic = export.Filter.Characteristic,
        }));
        await db.SaveChangesAsync(cancel);
        var rows = Cells(export, cancel);
        if (export.IsXlsx)
        {
            await TableExport.WriteXlsx(output, "Студенты", Headers, Widths, rows, cancel);
        }
        else
        {
            await TableExport.WriteCsv(output, Headers, rows, cancel);
        }
    }

    private async IAsyncEnumerable<string[]> Cells(EnrolmentExport export, [EnumeratorCancellation] CancellationToken cancel)
    {
        var bit = export.Filter.Characteristic is { } code ? ListEnrolments.Bit(code) : (uint?)null;
        var lines = EnrolmentLines.Of(db).Where(export.Filter, clock.Today());
        if (export.Chosen.Count > 0)
        {
            lines = lines.Where(line => export.Chosen.Contains(line.EnrolmentId));
        }

        await foreach (var line in lines.Ordered(export.Order, backward: false).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (bit is null || ListEnrolments.Has(line, bit.Value, sealer))
            {
                yield return Cells(EnrolmentRow.Of(line, sealer));
            }
        }
    }

    private static string[] Cells(EnrolmentRow row) =>
    [
        row.LastName,
        row.FirstName,
        row.MiddleName ?? "",
        row.ProgrammeCode,
        row.Group ?? "",
        row.GraduationYear.ToString(CultureInfo.InvariantCulture),
        row.Level switch
        {
            null => "не определён",
            RiskLevel.High => "высокий",
            _ => row.Complete ? "невысокий" : "невысокий, предварительно",
        },
        row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
        string.Join(", ", row.Present),
        string.Join(", ", row.Unknown),
        row.HasTransferConsent ? "есть" : "нет",
    ];
}
