using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Rules.Cases;

namespace Marshrut.Core.Cases.Applications;

/// <summary>
/// An application that a person filed on ЕЦП, or a CV, a test, a survey there: recorded here so that nobody looks for it twice. The stub of a stopped case
/// keeps it without its number (R36).
/// </summary>
public sealed class ServiceApplication : IOwned
{
    /// <summary>Signs of a number.</summary>
    public const int LongestNumber = 60;

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

    /// <summary>It came with a file of the portal; otherwise a curator wrote it down.</summary>
    public required bool FromFile { get; init; }

    /// <summary>What is told of it anew; what is not told stays.</summary>
    internal void Tell(ServiceRecord told, Sealer sealer)
    {
        (State, StateOn) = (told.State ?? State, told.StateOn ?? StateOn);
        if (told.Number is { } number)
        {
            SealNumber(sealer, number);
        }
    }

    internal static ServiceApplication Of(ServiceRecord told, Case row, long id, bool fromFile, Sealer sealer)
    {
        var made = new ServiceApplication
        {
            Id = id,
            OrganizationId = row.OrganizationId,
            CaseId = row.Id,
            Kind = told.Kind,
            FiledOn = told.FiledOn,
            State = told.State ?? ServiceState.Filed,
            StateOn = told.StateOn,
            FromFile = fromFile,
        };
        made.SealNumber(sealer, told.Number);
        return made;
    }

    public string? OpenNumber(Sealer sealer) => Number is { } block ? sealer.OpenNote(block, SealPurpose.ApplicationNumber, Id) : null;

    private void SealNumber(Sealer sealer, string? number) => Number = number is null ? null : sealer.SealNote(number, SealPurpose.ApplicationNumber, Id);
}
