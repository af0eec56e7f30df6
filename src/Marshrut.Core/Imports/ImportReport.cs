using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Marshrut.Core.Imports.Planning;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>What an import does or did (DESIGN §7, R4, R14): the counts, and every cell that was not taken as it stood.</summary>
/// <param name="Names">Row → whose row it is, for rows with errors, repairs or a possible duplicate; «» where no name could be read.</param>
public sealed record ImportReport(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    int Repaired,
    int MissingFromFile,
    IReadOnlyList<CellError> Errors,
    IReadOnlyList<CellRepair> Repairs,
    IReadOnlyList<ReadingNotice> Notices,
    IReadOnlyList<PreviewRow> Preview,
    int PossibleDuplicates,
    IReadOnlyDictionary<int, string> Names,
    IReadOnlyList<PreviewDuplicate> Duplicates)
{
    /// <summary>Rows of each kind that the preview keeps; the counts are of all.</summary>
    public const int PreviewRows = 500;

    /// <summary>Version of the register that the plan was made against: a later one may need another plan. 0: made while writing.</summary>
    public long RegisterVersion { get; init; }

    /// <summary>Hash of what every row of the file would do; '' in reports that were kept before it was taken.</summary>
    public string RowsPrint { get; init; } = "";

    /// <summary>«Всё или ничего» with a rejected row: no row comes in (DOMAIN §5).</summary>
    public ImportReport AsNothing() => this with { Created = 0, Updated = 0, Unchanged = 0, Rejected = Read };

    /// <summary>
    /// Equal where the same rows would be written, whenever the plan was made: so what somebody saw is compared with what is true now. Sensitive cells
    /// stay out of it, or it could be tried until it tells them.
    /// </summary>
    public string Print() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Created,
        Updated,
        Unchanged,
        Rejected,
        PossibleDuplicates,
        RowsPrint,
    })));

    /// <summary>Compressed and sealed: it quotes cells.</summary>
    public byte[] Seal(Sealer sealer, long importId)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(deflate, this);
        }

        return sealer.Seal(PaddedText.Pad(packed.ToArray()), SealPurpose.ImportReport, importId);
    }

    public static ImportReport Open(Sealer sealer, byte[] block, long importId)
    {
        var packed = PaddedText.Unpad(sealer.Open(block, SealPurpose.ImportReport, importId)).ToArray();
        using var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ImportReport>(inflate)!;
    }
}

/// <summary>A row of the file on the preview page.</summary>
/// <param name="Name">«Абрамов Кирилл Дмитриевич», as the register will have it.</param>
/// <param name="Changes">For an updated row, what changes.</param>
public sealed record PreviewRow(int Row, RowOutcome Outcome, string Name, string ProgrammeCode, string? Group, IReadOnlyList<FieldChange> Changes)
{
    internal static PreviewRow Of(PlannedRow row)
    {
        var (person, enrolment) = (row.Enrolment.Person, row.Enrolment);
        return new PreviewRow(
            row.Number,
            enrolment.IsNew ? RowOutcome.Created : RowOutcome.Updated,
            string.Join(' ', new[] { person.Values.LastName, person.Values.FirstName, person.Values.MiddleName }.Where(part => part is not null)),
            enrolment.Values.ProgrammeCode,
            enrolment.Values.Group,
            enrolment.IsNew ? [] : [.. (person.IsNew ? [] : person.Changes()).Concat(enrolment.Changes())]);
    }
}

/// <summary>A row that may be about somebody who is in the register, or in the file, already.</summary>
/// <param name="Row">The sheet's row number.</param>
/// <param name="Name">Whose row it is.</param>
/// <param name="Reason">What is the same.</param>
public sealed record PreviewDuplicate(int Row, string Name, DuplicateReason Reason);
