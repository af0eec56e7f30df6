namespace Marshrut.Core.Transfers;

/// <summary>Why a ЦЗН gives a person back. Values are stored.</summary>
public enum ReturnReason
{
    /// <summary>Contacts do not answer or belong to somebody else.</summary>
    NoContact = 1,

    /// <summary>The person refuses the help of the ЦЗН.</summary>
    Refuses = 2,

    /// <summary>Lives in a district of another ЦЗН.</summary>
    OtherDistrict = 3,

    /// <summary>Works or studies already.</summary>
    AlreadyPlaced = 4,

    /// <summary>No free places this month.</summary>
    NoPlaces = 5,

    /// <summary>In words.</summary>
    Other = 6,
}
