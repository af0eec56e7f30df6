using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;

namespace Marshrut.Core.People.Files;

/// <summary>A file as it came from a form: taken by what its content is, whatever it is called.</summary>
public sealed record AcceptedFile(string Name, PersonFileType Type, byte[] Content)
{
    public const int MaxMegabytes = 10;
    private const int LongestName = 150;

    /// <exception cref="RuleViolation"><c>file-unusable</c>: empty, too large, or neither PDF, JPEG nor PNG.</exception>
    public static AcceptedFile Read(string? name, byte[] content)
    {
        if (content.Length == 0)
        {
            throw new RuleViolation("file-unusable", "Файл пустой. Выберите другой.");
        }

        if (content.Length > MaxMegabytes << 20)
        {
            throw new RuleViolation("file-unusable", $"Файл больше {MaxMegabytes} МБ. Уменьшите его или снимите страницу с меньшим качеством.");
        }

        if (TypeOf(content) is not { } type)
        {
            throw new RuleViolation("file-unusable", "Такой файл не подходит. Нужен PDF либо снимок JPEG или PNG.");
        }

        return new AcceptedFile(Named(name, type), type, content);
    }

    public static string MediaType(PersonFileType type) => type switch
    {
        PersonFileType.Pdf => "application/pdf",
        PersonFileType.Jpeg => "image/jpeg",
        _ => "image/png",
    };

    internal PersonFile Seal(Sealer sealer, Person person, PersonFilePlace place, long id, DateTime at, long? attachedTo = null) => new()
    {
        Id = id,
        OrganizationId = person.OrganizationId,
        PersonId = person.Id,
        Place = place,
        AttachedTo = attachedTo,
        Name = PersonFile.SealName(sealer, Name, id),
        Type = Type,
        Size = Content.Length,
        AddedAt = at,
        Content = sealer.Seal(Content, SealPurpose.FileContent, id),
    };

    private static PersonFileType? TypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? PersonFileType.Pdf
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? PersonFileType.Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? PersonFileType.Png
        : null;

    /// <summary>The last part of a path, without what a file system or a header could take amiss, with the extension of its content.</summary>
    private static string Named(string? name, PersonFileType type)
    {
        var extension = type switch { PersonFileType.Pdf => ".pdf", PersonFileType.Jpeg => ".jpg", _ => ".png" };
        var last = (name ?? "").Split('/', '\\')[^1];
        var stem = Spaces.Collapse(new string([.. last.Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal))]));
        if (stem.Length > 0 && Path.GetExtension(stem) is { Length: > 0 } own)
        {
            stem = stem[..^own.Length];
        }

        stem = stem.Trim('.', ' ');
        return (stem.Length == 0 ? "документ" : stem.Length > LongestName ? stem[..LongestName] : stem) + extension;
    }
}
