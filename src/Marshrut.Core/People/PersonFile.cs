using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Tenancy;

namespace Marshrut.Core.People;

/// <summary>A file that belongs to a person of the register: a scanned consent. Name and content are sealed.</summary>
public sealed class PersonFile : IOwned
{
    public required long Id { get; init; }

    public required long OrganizationId { get; init; }

    public required long PersonId { get; init; }

    /// <summary>What it is attached to.</summary>
    public required PersonFilePlace Place { get; init; }

    /// <summary>Id of the case it hangs on; null for a consent, which names its file itself.</summary>
    public long? AttachedTo { get; init; }

    /// <summary>Sealed text: a name of a file may hold the name of the person.</summary>
    public required byte[] Name { get; init; }

    public required PersonFileType Type { get; init; }

    /// <summary>Bytes of the plain content.</summary>
    public required int Size { get; init; }

    public required DateTime AddedAt { get; init; }

    public required byte[] Content { get; init; }

    public static byte[] SealName(Sealer sealer, string name, long id) =>
        sealer.Seal(PaddedText.Pad(System.Text.Encoding.UTF8.GetBytes(name)), SealPurpose.FileName, id);

    public string OpenName(Sealer sealer) => OpenName(sealer, Name, Id);

    public static string OpenName(Sealer sealer, byte[] name, long id) => System.Text.Encoding.UTF8.GetString(PaddedText.Unpad(sealer.Open(name, SealPurpose.FileName, id)));
}

/// <summary>Where a file hangs. Values are stored.</summary>
public enum PersonFilePlace
{
    Consent = 1,
    Case = 2,
}

/// <summary>What content says a file is; nothing else is taken. Values are stored.</summary>
public enum PersonFileType
{
    Pdf = 1,
    Jpeg = 2,
    Png = 3,
}
