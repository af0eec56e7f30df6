using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports;

/// <summary>What the import of a file that is read in one go did: the accounting of a register (R4, R16).</summary>
/// <param name="MissingFromFile">Lines known before that this file does not name; 0 where nothing can be missing, as in statistics.</param>
public sealed record FileReport(
    int Read,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    int Repaired,
    int MissingFromFile,
    IReadOnlyList<CellError> Errors,
    IReadOnlyList<CellRepair> Repairs,
    IReadOnlyList<ReadingNotice> Notices);
