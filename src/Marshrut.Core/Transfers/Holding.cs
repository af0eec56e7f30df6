namespace Marshrut.Core.Transfers;

/// <summary>
/// A person waits at or is with one employment centre at a time (R35): whoever sends or opens a case puts the fingerprint here, and the database lets nobody
/// put it twice. No name, no organisation that sent; belongs to nobody and is shown to nobody.
/// </summary>
internal sealed class Holding
{
    /// <summary>The transfer item, or the case of a person who came by himself.</summary>
    public required long Id { get; init; }

    /// <summary>Keyed HMAC of the person as of the sending (R41). Unique.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The employment centre.</summary>
    public required long CentreId { get; init; }

    public required DateOnly Since { get; init; }
}
