using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Transfers.Snapshots;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Applications;

/// <summary>
/// An application that a person filed on ЕЦП, or a CV, a test, a survey there: recorded here so that nobody looks for it twice. The stub of a stopped case
/// keeps it without its number (R36).
/// </summary>
public sealed class ServiceApplication : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long CaseId { get; init; }

    public required ServiceKind Kind { get; set; }

    public required DateOnly FiledOn { get; set; }

    /// <summary>Sealed number of the application on ЕЦП; null: not known.</summary>
    public byte[]? Number { get; set; }

    public required ServiceState State { get; set; }

    /// <summary>The day of the state; null: not told.</summary>
    public DateOnly? StateOn { get; set; }

    /// <summary>It came with a file and is changed by the next one.</summary>
    public required bool FromFile { get; init; }

    public string? OpenNumber(Sealer sealer) => Number is { } block ? sealer.OpenNote(block, SealPurpose.ApplicationNumber, Id) : null;

    public void SealNumber(Sealer sealer, string? number) => Number = number is null ? null : sealer.SealNote(number, SealPurpose.ApplicationNumber, Id);
}
