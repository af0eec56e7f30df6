using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>Reads an uploaded register to its end, keeps its rows sealed and lets go of the file. Nothing of the register changes.</summary>
public sealed class StageImport(MarshrutDb db, RegisterIntake intake, StagedImports staged, TimeProvider clock) : IUseCase
{
    private const int MostFileName = 200;

    /// <param name="fileName">As the browser gave it; shown in the list of imports.</param>
    /// <param name="file">Read from where it stands; not closed.</param>
    /// <param name="headerAt">Where the user says that the header stands; null: it is looked for.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Number of the import.</returns>
    /// <exception cref="Platform.Spreadsheets.SpreadsheetProblem">The file is no register; its sentence is for the user.</exception>
    public async Task<long> Stage(string fileName, Stream file, HeaderPlace? headerAt, CancellationToken cancel)
    {
        var options = await intake.Options(cancel) with { HeaderAt = headerAt };
        var register = intake.Stage(file, options, cancel);
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        var run = new ImportRun
        {
            Id = db.Ids.Take(),
            OrganizationId = db.Scope.OrganizationId,
            FileName = name.Length > MostFileName ? name[..MostFileName] : name,
            SheetName = register.Sheet.Name,
            HeaderRow = register.Sheet.Header.Number,
            State = ImportState.Staged,
            Mapping = Remembered(register.Sheet, options).ToJson(),
            Read = register.RowCount,
            Actor = db.Scope.Actor,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        // Ids come first: reserving them needs a writer of its own, and SQLite has one.
        var firstId = db.Ids.Reserve(register.Chunks.Count + 1);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Imports.Add(run);
        await db.SaveChangesAsync(cancel);
        await staged.Keep(run.Id, register, firstId, cancel);
        await transaction.CommitAsync(cancel);
        return run.Id;
    }

    /// <summary>Of all that the organisation ever decided, what this file's header asks for: later decisions about other files do not move this one.</summary>
    private static ColumnMapping Remembered(RawSheet sheet, RegisterReadingOptions options) => new(
        HeaderRecognition.Read(sheet.Header, RegisterFields.All, options.Mapping).Columns
            .Where(column => options.Mapping.Fields.ContainsKey(column.MappingKey))
            .ToDictionary(column => column.MappingKey, column => options.Mapping.Fields[column.MappingKey]));
}
