using System.Security.Cryptography;
using System.Text.Json;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// The keys of an installation, in a folder beside the data or mounted on every node (<c>Keys:Path</c>). New keys are added and old ones stay
/// readable (rotation). The identity key never rotates: fingerprints that find a person across organisations must stay comparable (R41).
/// </summary>
public sealed class KeyRing
{
    private const string FileName = "ring.json";
    private readonly Dictionary<uint, byte[]> keys;

    private KeyRing(string id, uint currentId, Dictionary<uint, byte[]> keys, byte[] identityKey)
    {
        Id = id;
        CurrentId = currentId;
        this.keys = keys;
        IdentityKey = identityKey;
    }

    /// <summary>Names the ring; the database remembers it, and a program with another ring refuses to start.</summary>
    public string Id { get; }

    public uint CurrentId { get; }

    public byte[] IdentityKey { get; }

    public IReadOnlyCollection<uint> KeyIds => keys.Keys;

    /// <exception cref="CryptographicException">The ring has no such key.</exception>
    public byte[] Key(uint id) =>
        keys.TryGetValue(id, out var key) ? key : throw new CryptographicException($"The key ring has no key {id}.");

    /// <summary>Reads the ring, or makes one where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is there and cannot be read as a ring.</exception>
    public static KeyRing Open(string folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Write(path, NewFile(clock));
        }

        return Read(path);
    }

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Adds a key and makes it current. What older keys sealed stays readable.</summary>
    public static KeyRing Rotate(string folder, TimeProvider clock)
    {
        var path = Path.Combine(folder, FileName);
        var file = Parse(path);
        var id = file.Keys.Max(key => key.Id) + 1;
        Write(path, file with { Current = id, Keys = [.. file.Keys, NewKey(id, clock)] });
        return Read(path);
    }

    private static KeyRing Read(string path)
    {
        var file = Parse(path);
        var keys = file.Keys.ToDictionary(key => key.Id, key => Convert.FromBase64String(key.Key));
        if (!keys.ContainsKey(file.Current) || keys.Values.Any(key => key.Length != 32))
        {
            throw new InvalidDataException("The key ring is damaged: its current key is missing or too short.");
        }

        return new KeyRing(file.Id, file.Current, keys, Convert.FromBase64String(file.Identity));
    }

    private static RingFile Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<RingFile>(File.ReadAllText(path), JsonSerializerOptions.Web)
                ?? throw new InvalidDataException("The key ring is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException("The key ring cannot be read.", problem);
        }
    }

    private static RingFile NewFile(TimeProvider clock) => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)),
        1,
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        [NewKey(1, clock)]);

    private static RingKey NewKey(uint id, TimeProvider clock) =>
        new(id, clock.GetUtcNow().UtcDateTime, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Whole or not at all: written beside and moved over.</summary>
    private static void Write(string path, RingFile file)
    {
        var draft = path + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(file, JsonSerializerOptions.Web));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(draft, path, overwrite: true);
    }

    private sealed record RingFile(string Id, uint Current, string Identity, IReadOnlyList<RingKey> Keys);

    private sealed record RingKey(uint Id, DateTime Created, string Key);
}
