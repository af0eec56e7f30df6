using System.Globalization;
using System.Runtime.CompilerServices;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;
using Marshrut.Core.Risk.Added;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Language;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <param name="Chosen">Only these enrolments of the filtered list; empty: all of it.</param>
/// <param name="IsXlsx">False: csv.</param>
/// <param name="WithRisk">With the columns of levels; a school has none.</param>
/// <param name="WithHanded">With the columns of what became of people who were handed over; only who hands over has them.</param>
public sealed record EnrolmentExport(
    EnrolmentFilter Filter, EnrolmentOrder Order, IReadOnlyCollection<long> Chosen, bool IsXlsx, bool WithRisk = true, bool WithHanded = false);

/// <summary>
/// Exactly the filtered list, in the columns and the order of the page, streamed (R15); Идентификатор besides, for a file has no link to the card. The journal is told before the first row leaves: a reader
/// who hangs up in the middle has still read.
/// </summary>
public sealed class ExportEnrolments(MarshrutDb db, Sealer sealer, ReadHandedLines handed, TimeProvider clock) : IUseCase
{
    private static readonly Column[] Columns =
    [
        new("Идентификатор", 16, row => row.ExternalId),
        new("Фамилия", 18, row => row.LastName),
        new("Имя", 16, row => row.FirstName),
        new("Отчество", 18, row => row.MiddleName ?? ""),
        new("Код направления", 14, row => row.ProgrammeCode),
        new("Группа", 12, row => row.Group ?? ""),
        new("Год выпуска", 11, row => row.GraduationYear.ToString(CultureInfo.InvariantCulture)),
        new("Уровень риска", 24, LevelOf, OfRisk: true),
        new("Приоритет", 11, row => row.Priority?.ToString(CultureInfo.InvariantCulture) ?? "", OfRisk: true),
        new("Характеристики", 60, row => string.Join(", ", row.Present), OfRisk: true),
        new("Нет данных", 40, row => string.Join(", ", row.Unknown), OfRisk: true),
        new("Согласие на передачу в ЦЗН", 14, row => row.HasTransferConsent ? "есть" : "нет"),
        new("Передача в ЦЗН", 28, row => row.Handed is { } line ? HandedWords.Of(line) : "", OfHanded: true),
        new("Куратор в ЦЗН", 26, row => row.Handed?.CuratorName ?? "", OfHanded: true),
        new("Последнее действие ЦЗН", 14, row => row.Handed?.LastActivityOn is { } day ? Russian.Date(day) : "", OfHanded: true),
    ];

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
        Column[] columns = [.. Columns.Where(column => (export.WithRisk || !column.OfRisk) && (export.WithHanded || !column.OfHanded))];
        string[] headers = [.. columns.Select(column => column.Header)];
        var rows = Rows(export, cancel).Select(row => columns.Select(column => column.Cell(row)).ToArray());
        if (export.IsXlsx)
        {
            await TableExport.WriteXlsx(output, "Список", headers, [.. columns.Select(column => column.Width)], rows, cancel);
        }
        else
        {
            await TableExport.WriteCsv(output, headers, rows, cancel);
        }
    }

    private async IAsyncEnumerable<EnrolmentRow> Rows(EnrolmentExport export, [EnumeratorCancellation] CancellationToken cancel)
    {
        var added = await db.AddedCharacteristics(cancel);
        var bit = export.Filter.Characteristic is { } code ? ListEnrolments.Bit(code) : (uint?)null;
        var lines = EnrolmentLines.Of(db, export.Filter, clock.Today());
        if (export.Chosen.Count > 0)
        {
            lines = lines.Where(line => export.Chosen.Contains(line.EnrolmentId));
        }

        // Who was handed over is a small part of a register: read once beside it, not for each row.
        var lately = export.WithHanded ? await handed.Read(null, cancel) : new Dictionary<long, HandedLine>();
        await foreach (var line in lines.Ordered(export.Order, backward: false).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (bit is null || ListEnrolments.Has(line, bit.Value, sealer))
            {
                yield return EnrolmentRow.Of(line, sealer, added) with { Handed = lately.GetValueOrDefault(line.PersonId) };
            }
        }
    }

    private static string LevelOf(EnrolmentRow row) => row.Level switch
    {
        null => "не определён",
        RiskLevel.High => "высокий",
        _ => row.Complete ? "невысокий" : "невысокий, предварительно",
    };

    private sealed record Column(string Header, double Width, Func<EnrolmentRow, string> Cell, bool OfRisk = false, bool OfHanded = false);
}
