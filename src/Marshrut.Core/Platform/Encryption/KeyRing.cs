using System.Security.Cryptography;
using System.Text.Json;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// The keys of an installation, in a folder beside the data or mounted on every node (<c>Keys:Path</c>). New keys are added and old ones stay
/// readable until they are retired. A running program takes a new key up by itself: it looks at the file now and then before it seals, and at once
/// when it meets a block of a key it does not know. The identity key never rotates: fingerprints that find a person across organisations must stay
/// comparable (R41).
/// </summary>
public sealed class KeyRing
{
    private const string FileName = "ring.json";
    private readonly string path;
    private readonly TimeProvider clock;
    private volatile Content content;
    private long lookedAt;

    private KeyRing(string path, TimeProvider clock)
    {
        this.path = path;
        this.clock = clock;
        content = Read(path);
        lookedAt = clock.GetTimestamp();
        Id = content.Id;
        IdentityKey = content.IdentityKey;
    }

    /// <summary>How long a program may go on sealing with the former key after another one changed it.</summary>
    public static TimeSpan Freshness { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Names the ring; the database remembers it, and a program with another ring refuses to start.</summary>
    public string Id { get; }

    public uint CurrentId => Fresh().Current;

    public byte[] IdentityKey { get; }

    public IReadOnlyCollection<uint> KeyIds => [.. Fresh().Keys.Keys];

    /// <exception cref="CryptographicException">The ring has no such key.</exception>
    public byte[] Key(uint id) => (Find(id) ?? throw new CryptographicException($"The key ring has no key {id}.")).Bytes;

    public bool Has(uint id) => Find(id) is not null;

    /// <summary>When the key was made, in UTC.</summary>
    /// <exception cref="CryptographicException">The ring has no such key.</exception>
    public DateTime MadeAt(uint id) => (Find(id) ?? throw new CryptographicException($"The key ring has no key {id}.")).MadeAt;

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

        return new KeyRing(path, clock);
    }

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Adds a key and makes it current. What older keys sealed stays readable.</summary>
    /// <exception cref="IOException">The file is not written, or does not read as what was written: whoever goes on would seal by the former key.</exception>
    public void Rotate()
    {
        var file = Parse(path);
        var id = file.Keys.Max(key => key.Id) + 1;
        Write(path, file with { Current = id, Keys = [.. file.Keys, NewKey(id, clock)] });
        content = Read(path);
    }

    /// <summary>Takes a key out of the ring for ever. Whether anything is still sealed under it is the caller's to know.</summary>
    /// <exception cref="ArgumentException">It is the current key.</exception>
    public void Remove(uint id)
    {
        var file = Parse(path);
        if (file.Current == id)
        {
            throw new ArgumentException("The current key cannot be taken out.", nameof(id));
        }

        Write(path, file with { Keys = [.. file.Keys.Where(key => key.Id != id)] });
        content = Read(path);
    }

    /// <summary>A key that is not known yet is looked for in the file at once.</summary>
    private (byte[] Bytes, DateTime MadeAt)? Find(uint id) =>
        content.Keys.TryGetValue(id, out var key) || Reread().Keys.TryGetValue(id, out key) ? key : null;

    /// <summary>The file as it is now or was a moment ago.</summary>
    private Content Fresh()
    {
        if (clock.GetElapsedTime(Volatile.Read(ref lookedAt)) < Freshness)
        {
            return content;
        }

        Volatile.Write(ref lookedAt, clock.GetTimestamp());
        return File.GetLastWriteTimeUtc(path) == content.Stamp ? content : Reread();
    }

    /// <summary>
    /// A folder that is away for a moment, or a file of another ring put in its place, does not stop a program that holds its keys already: it goes on
    /// with those, and the next start, <c>check</c> and <c>/health/ready</c> say what is wrong.
    /// </summary>
    private Content Reread()
    {
        try
        {
            var read = Read(path);
            if (read.Id == Id)
            {
                content = read;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            return content;
        }

        return content;
    }

    private static Content Read(string path)
    {
        var stamp = File.GetLastWriteTimeUtc(path);
        var file = Parse(path);
        var keys = file.Keys.ToDictionary(key => key.Id, key => (Convert.FromBase64String(key.Key), DateTime.SpecifyKind(key.Created, DateTimeKind.Utc)));
        if (!keys.ContainsKey(file.Current) || keys.Values.Any(key => key.Item1.Length != 32))
        {
            throw new InvalidDataException("The key ring is damaged: its current key is missing or too short.");
        }

        return new Content(file.Id, file.Current, keys, Convert.FromBase64String(file.Identity), stamp);
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

    private sealed record Content(string Id, uint Current, IReadOnlyDictionary<uint, (byte[] Bytes, DateTime MadeAt)> Keys, byte[] IdentityKey, DateTime Stamp);
}
