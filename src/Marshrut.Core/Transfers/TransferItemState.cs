namespace Marshrut.Core.Transfers;

/// <summary>Where one person of a transfer stands (DOMAIN §9). Values are stored; the steps between them are <see cref="TransferSteps"/>.</summary>
public enum TransferItemState
{
    /// <summary>The ЦЗН has not answered.</summary>
    Waiting = 1,

    /// <summary>The ЦЗН took the person over; a case is or was open.</summary>
    Accepted = 2,

    /// <summary>Given back with a reason.</summary>
    Returned = 3,

    /// <summary>Taken back by the ЦК before an answer.</summary>
    Revoked = 4,

    /// <summary>The person withdrew the consent (R36).</summary>
    ConsentWithdrawn = 5,
}
