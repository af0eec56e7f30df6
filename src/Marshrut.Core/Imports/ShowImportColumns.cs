using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>How a column came to its meaning.</summary>
public enum ColumnRecognition
{
    ByName,

    /// <summary>Decided for this organisation earlier, or now.</summary>
    AsDecided,

    /// <summary>The program does not know such a header.</summary>
    Unknown,

    /// <summary>A surer column of the file already gives this field.</summary>
    Repeated,

    /// <summary>This organisation may not hold such facts (R1): nothing of the column is kept.</summary>
    NotHeld,
}

/// <param name="MappingKey">What the correction calls the column.</param>
/// <param name="Header">The user's own header.</param>
/// <param name="Sample">A cell of the column; null where it is empty, or sensitive (<paramref name="IsHidden"/>).</param>
/// <param name="IsHidden">Its cells are not shown.</param>
/// <param name="FieldKey">What it is loaded as; '' = not loaded.</param>
/// <param name="Recognition">How it came to that.</param>
public sealed record ImportColumn(string MappingKey, string Header, string? Sample, bool IsHidden, string FieldKey, ColumnRecognition Recognition);

/// <param name="Columns">In the file's order.</param>
/// <param name="Fields">Key and header of each field that may be chosen.</param>
/// <param name="Missing">Headers of required fields that no column gives.</param>
public sealed record ImportColumns(
    string FileName, string SheetName, int HeaderRow, IReadOnlyList<ImportColumn> Columns, IReadOnlyList<RegisterField> Fields, IReadOnlyList<string> Missing);

/// <summary>The columns of a staged import and what they will be loaded as.</summary>
public sealed class ShowImportColumns(MarshrutDb db, RegisterIntake intake, StagedImports staged) : IUseCase
{
    private const int SampledRows = 200;

    /// <returns>Null: no such import, or it is no longer staged.</returns>
    public async Task<ImportColumns?> Show(long importId, CancellationToken cancel)
    {
        var run = await db.Imports.AsNoTracking().FirstOrDefaultAsync(row => row.Id == importId, cancel);
        if (run is not { State: ImportState.Staged or ImportState.Failed })
        {
            return null;
        }

        var options = StagedImports.OptionsOf(run, await intake.Options(cancel));
        var register = await staged.Beginning(importId, cancel);
        var header = HeaderRecognition.Read(register.Sheet.Header, RegisterFields.All, options.Mapping);
        var withheld = RegisterFile.WithheldColumns(register.Sheet, options);
        var rows = register.Rows().Take(SampledRows).ToList();
        return new ImportColumns(
            run.FileName,
            run.SheetName,
            run.HeaderRow,
            [.. header.Columns.Select(column => Describe(column, options.Mapping, withheld.Contains(column.Index), rows.Select(row => row[column.Index].Shown())))],
            FieldsFor(options),
            RegisterFields.MissingIn(header, options.ProgrammeRequired));
    }

    internal static IReadOnlyList<RegisterField> FieldsFor(RegisterReadingOptions options) =>
        [.. RegisterFields.All.Where(field => options.StoreRestricted || !RegisterFields.Restricted.Contains(field))];

    private static ImportColumn Describe(RecognisedColumn<RegisterField> column, ColumnMapping mapping, bool withheld, IEnumerable<string> cells)
    {
        var isHidden = withheld || column.IsSensitive || RegisterFields.All.Match(column.Header)?.Column.IsSensitive == true;
        var recognition = withheld ? ColumnRecognition.NotHeld
            : mapping.Fields.ContainsKey(column.MappingKey) ? ColumnRecognition.AsDecided
            : column.Field is not null ? ColumnRecognition.ByName
            : column.DuplicateOf is not null ? ColumnRecognition.Repeated
            : ColumnRecognition.Unknown;
        return new ImportColumn(
            column.MappingKey,
            column.Header,
            isHidden ? null : cells.FirstOrDefault(cell => cell.Length > 0),
            isHidden,
            withheld ? ColumnMapping.DoNotLoad : column.Field?.Key ?? ColumnMapping.DoNotLoad,
            recognition);
    }
}
