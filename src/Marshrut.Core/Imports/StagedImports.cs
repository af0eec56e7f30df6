using Marshrut.Core.Imports.Reading;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Imports;

/// <summary>
/// Uploaded registers between upload and writing: chunk 0 holds what stood above the rows, the others hold the rows, all sealed. What may not be
/// stored was emptied before it came here (R1).
/// </summary>
public sealed class StagedImports(MarshrutDb db, BulkWriter bulk, Sealer sealer) : IUseCase
{
    /// <summary>Must be called inside a transaction.</summary>
    /// <param name="importId">Whose rows they are.</param>
    /// <param name="register">What was read.</param>
    /// <param name="firstId">Of as many reserved ids as the register has chunks, and one more.</param>
    /// <param name="cancel">Stops the writing.</param>
    public async Task Keep(long importId, StagedRegister register, long firstId, CancellationToken cancel)
    {
        List<byte[]> plain = [Head(register), .. register.Chunks];
        await bulk.Insert(
            plain.Select((chunk, number) => new ImportChunk
            {
                Id = firstId + number,
                OrganizationId = db.Scope.OrganizationId,
                ImportId = importId,
                Number = number,
                Sealed = sealer.Seal(PaddedText.Pad(chunk), SealPurpose.ImportChunk, firstId + number),
            }),
            cancel);
    }

    /// <summary>Null: the rows are no longer kept.</summary>
    public async Task<StagedRegister?> Find(long importId, CancellationToken cancel) => Open(
        await db.ImportChunks.AsNoTracking().Where(row => row.ImportId == importId).OrderBy(row => row.Number).ToListAsync(cancel));

    /// <summary>The header with the first rows under it: for the page of columns.</summary>
    public async Task<StagedRegister> Beginning(long importId, CancellationToken cancel) => Open(
        await db.ImportChunks.AsNoTracking().Where(row => row.ImportId == importId && row.Number <= 1).OrderBy(row => row.Number).ToListAsync(cancel)) ?? throw Gone();

    public async Task<StagedRegister> Get(long importId, CancellationToken cancel) => await Find(importId, cancel) ?? throw Gone();

    public static RegisterReadingOptions OptionsOf(ImportRun run, RegisterReadingOptions options) =>
        options with { Mapping = ColumnMapping.FromJson(run.Mapping) };

    private static RuleViolation Gone() => new("import-gone", "Строки этого файла больше не хранятся. Загрузите файл ещё раз.");

    private StagedRegister? Open(List<ImportChunk> chunks)
    {
        if (chunks.Count == 0)
        {
            return null;
        }

        var plain = chunks.ConvertAll(row => PaddedText.Unpad(sealer.Open(row.Sealed, SealPurpose.ImportChunk, row.Id)).ToArray());
        using var reader = new BinaryReader(new MemoryStream(plain[0]));
        var rows = reader.ReadInt32();
        return new StagedRegister(RawSheet.Read(reader), plain[1..], rows);
    }

    private static byte[] Head(StagedRegister register)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(register.RowCount);
            register.Sheet.Write(writer);
        }

        return stream.ToArray();
    }
}
