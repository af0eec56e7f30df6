using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>Says what the columns of a staged import are. It is remembered for the organisation when the import is written (DOMAIN §5).</summary>
public sealed class CorrectColumns(MarshrutDb db, RegisterIntake intake, StagedImports staged) : IUseCase
{
    /// <param name="importId">A staged import.</param>
    /// <param name="chosen">Mapping key → field key; '' = do not load. Columns that are not named stay as they are.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RuleViolation">Two columns give one field, or the import is no longer staged.</exception>
    public async Task Correct(long importId, IReadOnlyDictionary<string, string> chosen, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var run = await LockedImport.Find(db, importId, cancel);
        if (run is not { State: ImportState.Staged or ImportState.Failed })
        {
            throw new RuleViolation("import-not-staged", "Этот файл уже записан или убран, его столбцы не поменять. Загрузите файл ещё раз.");
        }

        var options = await intake.Options(cancel);
        var sheet = (await staged.Beginning(importId, cancel)).Sheet;
        var allowed = ShowImportColumns.FieldsFor(options).Select(field => field.Key).Append(ColumnMapping.DoNotLoad).ToHashSet(StringComparer.Ordinal);
        var byName = HeaderRecognition.Read(sheet.Header, RegisterFields.All, ColumnMapping.Empty);
        var now = HeaderRecognition.Read(sheet.Header, RegisterFields.All, ColumnMapping.FromJson(run.Mapping));
        var withheld = RegisterFile.WithheldColumns(sheet, options);
        var wanted = now.Columns.Where(column => !withheld.Contains(column.Index)).ToDictionary(
            column => column.MappingKey,
            column => chosen.TryGetValue(column.MappingKey, out var key) && allowed.Contains(key) ? key : column.Field?.Key ?? ColumnMapping.DoNotLoad);
        Check(now, wanted);

        // What the program would have said by itself is no decision: a later version may know better.
        var decided = byName.Columns
            .Where(column => wanted.TryGetValue(column.MappingKey, out var key) && key != (column.Field?.Key ?? ColumnMapping.DoNotLoad))
            .ToDictionary(column => column.MappingKey, column => wanted[column.MappingKey]);
        run.Mapping = new ColumnMapping(decided).ToJson();
        run.Report = null;
        run.State = ImportState.Staged;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static void Check(RecognisedHeader<RegisterField> header, Dictionary<string, string> wanted)
    {
        var twice = wanted.Where(pair => pair.Value != ColumnMapping.DoNotLoad).GroupBy(pair => pair.Value).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            var names = header.Columns.Where(column => twice.Any(pair => pair.Key == column.MappingKey)).Select(column => column.Header).ToList();
            throw new RuleViolation(
                "field-twice",
                $"Несколько столбцов выбраны как {TableMessages.Quote(RegisterFields.All.Find(twice.Key)!.Header)}: {TableMessages.Names(names)}. Оставьте один, у остальных выберите «Не загружать».");
        }
    }
}
