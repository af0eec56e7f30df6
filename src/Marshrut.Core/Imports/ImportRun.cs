using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.Imports;

public enum ImportState
{
    /// <summary>Read and staged; columns may still be corrected.</summary>
    Staged = 1,

    /// <summary>Asked to be applied; a job takes it up, after a restart too.</summary>
    Queued = 2,
    Applied = 3,
    Undone = 4,
    Discarded = 5,
    Failed = 6,
}

/// <summary>One file on its way into the register of one organisation.</summary>
public sealed class ImportRun : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required string FileName { get; init; }

    public required string SheetName { get; set; }

    public required int HeaderRow { get; set; }

    public ImportState State { get; set; }

    /// <summary>Nothing is written unless every row is accepted.</summary>
    public bool AllOrNothing { get; set; }

    /// <summary>Header text → field key, as JSON.</summary>
    public string Mapping { get; set; } = "{}";

    public int Read { get; set; }

    public int Created { get; set; }

    public int Updated { get; set; }

    public int Unchanged { get; set; }

    public int Rejected { get; set; }

    public int Repaired { get; set; }

    public int MissingFromFile { get; set; }

    public required string Actor { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? AppliedAt { get; set; }

    /// <summary>Errors, repairs and notices, sealed: they quote cells.</summary>
    public byte[]? Report { get; set; }

    /// <summary>Why it failed, in Russian, without personal data.</summary>
    public string? Failure { get; set; }
}
