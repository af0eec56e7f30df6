using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Planning;

/// <summary>What an import will do, before it does it (DOMAIN §5).</summary>
internal sealed class RegisterPlan
{
    private readonly IncrementalHash print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public int Read { get; set; }

    public int Repaired { get; set; }

    public int Rejected { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int MissingFromFile { get; set; }

    public List<CellError> Errors { get; } = [];

    public List<CellRepair> Repairs { get; } = [];

    public IReadOnlyList<ReadingNotice> Notices { get; set; } = [];

    /// <summary>People who were in the register, each once, as the whole file leaves them.</summary>
    public List<PersonDraft> People { get; } = [];

    /// <summary>Rows of the people who were in the register whose enrolment or person is new or changed, in the file's order.</summary>
    public List<PlannedRow> Changed { get; } = [];

    /// <summary>The first rows of each kind, for a page.</summary>
    public List<PreviewRow> Preview { get; } = [];

    public List<PlannedDuplicate> Duplicates { get; } = [];

    /// <summary>Row → name, for rows of which something is said.</summary>
    public Dictionary<int, string> Names { get; } = [];

    /// <summary>Equal where the same rows would be written: of every row, not only of those that are kept for a page. Sensitive fields stay out of it.</summary>
    public string RowsPrint() => Convert.ToHexStringLower(print.GetCurrentHash());

    /// <summary>Counts a row that comes in, and keeps it for the page while there is room.</summary>
    public void Take(PlannedRow row)
    {
        var isNew = row.Enrolment.IsNew;
        Print(row, isNew);
        var shown = isNew ? Created++ : Updated++;
        if (shown < ImportReport.PreviewRows)
        {
            Preview.Add(PreviewRow.Of(row));
        }
    }

    private void Print(PlannedRow row, bool isNew)
    {
        Span<byte> head = stackalloc byte[5];
        BinaryPrimitives.WriteInt32LittleEndian(head, row.Number);
        head[4] = isNew ? (byte)1 : (byte)0;
        print.AppendData(head);
        if (isNew)
        {
            // The file itself says the rest.
            return;
        }

        foreach (var change in row.Enrolment.Person.Changes().Concat(row.Enrolment.Changes()).Where(change => !change.IsSensitive))
        {
            print.AppendData(Encoding.UTF8.GetBytes($"{change.Key}\0{change.Before}\0{change.After}\0"));
        }
    }
}
