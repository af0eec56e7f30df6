using Marshrut.Core.Platform.Tables;

namespace Marshrut.Core.Imports.Planning;

/// <summary>What an import will do, before it does it (DOMAIN §5).</summary>
internal sealed class RegisterPlan
{
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

    /// <summary>People to insert or update, each once.</summary>
    public List<PersonDraft> People { get; } = [];

    /// <summary>Rows whose enrolment or person is new or changed, in the file's order.</summary>
    public List<PlannedRow> Changed { get; } = [];

    public List<PlannedDuplicate> Duplicates { get; } = [];

    /// <summary>Row → name, for rows of which something is said.</summary>
    public Dictionary<int, string> Names { get; } = [];
}
