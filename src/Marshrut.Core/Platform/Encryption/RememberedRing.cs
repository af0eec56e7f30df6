using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// The database remembers which key ring its secrets were sealed with: its id, its newest key and a proof that only its keys open. A program with
/// another ring, or with an older copy of it, refuses to work instead of writing what the others cannot read.
/// </summary>
public sealed class RememberedRing(CoreSettings settings, StorageFolder storage, DatabaseAccess database, InstallationSettings remembered, TimeProvider clock)
{
    private const string IdKey = "key-ring.id";
    private const string NewestKey = "key-ring.newest-key";
    private const string ProofKey = "key-ring.proof";
    private static readonly byte[] Proof = Encoding.ASCII.GetBytes("marshrut");

    /// <summary>The ring of this installation; a new one only where the database remembers none.</summary>
    /// <exception cref="InstallationProblem">The folder of the installation is closed, the database does not answer, or the ring is missing, damaged, foreign or older than the data.</exception>
    public KeyRing Open()
    {
        storage.Open();
        var known = Recall();
        if (!known.TryGetValue(IdKey, out var id))
        {
            return Read();
        }

        if (!KeyRing.Exists(settings.KeysPath))
        {
            throw new InstallationProblem("key-ring-missing",
                $"В папке {settings.KeysPath} нет набора ключей {id}, которым зашифрованы данные. Подключите папку с ключами (Keys:Path) или восстановите её из резервной копии.");
        }

        var ring = Read();
        if (ring.Id != id)
        {
            throw Foreign(id, ring.Id);
        }

        if (!ring.Has(uint.Parse(known[NewestKey], CultureInfo.InvariantCulture)))
        {
            throw new InstallationProblem("key-ring-old",
                $"В папке {settings.KeysPath} старая копия ключей: нет ключа № {known[NewestKey]}. Обновите папку с ключами на этом узле.");
        }

        if (!Opens(ring, known[ProofKey]))
        {
            throw new InstallationProblem("key-ring-damaged",
                $"Ключи в папке {settings.KeysPath} не открывают данных этой установки. Восстановите папку с ключами из резервной копии.");
        }

        return ring;
    }

    /// <summary>Whether the database has been told of a ring.</summary>
    public bool IsRemembered => Recall().ContainsKey(IdKey);

    /// <summary>Whether the database remembers this ring, and the ring has the newest key that it remembers.</summary>
    /// <exception cref="InstallationProblem">The database does not answer.</exception>
    public bool Knows(KeyRing ring)
    {
        var known = Recall();
        return known.GetValueOrDefault(IdKey) == ring.Id
            && uint.TryParse(known.GetValueOrDefault(NewestKey), NumberStyles.None, CultureInfo.InvariantCulture, out var newest) && ring.Has(newest);
    }

    /// <summary>Tells the database of the ring: the first time, and again after a rotation. Otherwise changes nothing.</summary>
    /// <exception cref="InstallationProblem">Another node was first, with a ring of its own: whoever comes second must take that one.</exception>
    public void Remember(KeyRing ring)
    {
        var newest = ring.CurrentId.ToString(CultureInfo.InvariantCulture);
        if (Recall().GetValueOrDefault(NewestKey) == newest)
        {
            return;
        }

        if (remembered.Claim(IdKey, ring.Id) is var first && first != ring.Id)
        {
            throw Foreign(first, ring.Id);
        }

        remembered.Write((NewestKey, newest), (ProofKey, Convert.ToBase64String(new Sealer(ring).Seal(Proof, SealPurpose.KeyRingProof, 0))));
    }

    private KeyRing Read()
    {
        try
        {
            return KeyRing.Open(settings.KeysPath, clock);
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException)
        {
            throw new InstallationProblem("key-ring-damaged",
                $"Набор ключей в папке {settings.KeysPath} не читается. Восстановите её из резервной копии.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InstallationProblem("key-ring-unreadable",
                $"К папке с ключами {settings.KeysPath} нет доступа. Проверьте её права и что она подключена.", problem);
        }
    }

    private InstallationProblem Foreign(string expected, string found) => new InstallationProblem("key-ring-foreign",
        $"Данные зашифрованы набором ключей {expected}, а в папке {settings.KeysPath} лежит другой: {found}. Подключите папку с ключами этой установки (Keys:Path).");

    private static bool Opens(KeyRing ring, string proof)
    {
        try
        {
            return new Sealer(ring).Open(Convert.FromBase64String(proof), SealPurpose.KeyRingProof, 0).AsSpan().SequenceEqual(Proof);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Recall()
    {
        try
        {
            return remembered.Read("key-ring.");
        }
        catch (DbException problem)
        {
            throw SqliteTrouble.Of(problem) ?? new InstallationProblem("database-silent",
                database.IsSqlite
                    ? $"Файл базы данных в папке {database.StoragePath} не читается. Проверьте права на папку и свободное место."
                    : "База данных не отвечает. Проверьте Database:ConnectionString и что PostgreSQL запущен.",
                problem);
        }
    }
}
