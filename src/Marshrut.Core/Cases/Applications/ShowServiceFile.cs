using Marshrut.Core.Imports;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Applications;

/// <param name="Key">What a correction calls the column.</param>
/// <param name="Field">What it is loaded as; '' = not loaded.</param>
public sealed record ServiceColumn(string Key, string Header, string Field);

/// <param name="Problem">Why nothing can be loaded yet; null: <paramref name="Report"/> says what would change.</param>
public sealed record ServiceFileView(long Id, IReadOnlyList<ServiceColumn> Columns, string? Problem, FileReport? Report);

/// <summary>What an uploaded file of ЕЦП would do, and how its columns are understood.</summary>
public sealed class ShowServiceFile(MarshrutDb db, PlanServiceFile plan, Sealer sealer) : IUseCase
{
    /// <returns>Null: the centre in scope has no such file any more.</returns>
    public async Task<ServiceFileView?> Show(long id, CancellationToken cancel)
    {
        if (await db.ServiceFiles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
        {
            return null;
        }

        var content = sealer.Open(row.Content, SealPurpose.ServiceFile, row.Id);
        var mapping = await plan.Mapping(cancel);
        using var file = new MemoryStream(content);
        using var opened = TableFile.Open(file, ServiceFileColumns.All, mapping, _ => true);
        var header = HeaderRecognition.Read(opened.Sheet.Header, ServiceFileColumns.All, mapping);
        List<ServiceColumn> columns = [.. header.Columns.Select(column => new ServiceColumn(column.MappingKey, column.Header, column.Field?.Key ?? ColumnMapping.DoNotLoad))];
        try
        {
            return new ServiceFileView(id, columns, null, (await plan.Plan(content, mapping, cancel)).Report);
        }
        catch (SpreadsheetProblem problem)
        {
            return new ServiceFileView(id, columns, problem.Message, null);
        }
    }
}
