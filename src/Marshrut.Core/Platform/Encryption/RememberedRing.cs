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
public sealed class RememberedRing(CoreSettings settings, DatabaseAccess database, TimeProvider clock)
{
    private const string IdKey = "key-ring.id";
    private const string NewestKey = "key-ring.newest-key";
    private const string ProofKey = "key-ring.proof";
    private static readonly byte[] Proof = Encoding.ASCII.GetBytes("marshrut");

    /// <summary>The ring of this installation; a new one only where the database remembers none.</summary>
    /// <exception cref="InstallationProblem">The database does not answer, or the ring is missing, damaged, foreign or older than the data.</exception>
    public KeyRing Open()
    {
        var remembered = Recall();
        if (!remembered.TryGetValue(IdKey, out var id))
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

        if (!ring.KeyIds.Contains(uint.Parse(remembered[NewestKey], CultureInfo.InvariantCulture)))
        {
            throw new InstallationProblem("key-ring-old",
                $"В папке {settings.KeysPath} старая копия ключей: нет ключа № {remembered[NewestKey]}. Обновите папку с ключами на этом узле.");
        }

        if (!Opens(ring, remembered[ProofKey]))
        {
            throw new InstallationProblem("key-ring-damaged",
                $"Ключи в папке {settings.KeysPath} не открывают данных этой установки. Восстановите папку с ключами из резервной копии.");
        }

        return ring;
    }

    /// <summary>Whether the database has been told of a ring.</summary>
    public bool IsRemembered => Recall().ContainsKey(IdKey);

    /// <summary>Tells the database of the ring: the first time, and again after a rotation. Otherwise changes nothing.</summary>
    public void Remember(KeyRing ring)
    {
        var remembered = Recall();
        var newest = ring.CurrentId.ToString(CultureInfo.InvariantCulture);
        if (remembered.GetValueOrDefault(NewestKey) == newest)
        {
            return;
        }

        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        Write(connection, transaction, IdKey, ring.Id, overwrite: false);
        if (Stored(connection, transaction) != ring.Id)
        {
            // Another node was first, with a ring of its own: whoever comes second must take that one.
            throw Foreign(Stored(connection, transaction), ring.Id);
        }

        Write(connection, transaction, NewestKey, newest, overwrite: true);
        Write(connection, transaction, ProofKey, Convert.ToBase64String(new Sealer(ring).Seal(Proof, SealPurpose.KeyRingProof, 0)), overwrite: true);
        transaction.Commit();
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

    private InstallationProblem Foreign(string expected, string found) => new("key-ring-foreign",
        $"Данные зашифрованы набором ключей {expected}, а в папке {settings.KeysPath} лежит другой: {found}. Подключите папку с ключами этой установки (Keys:Path).");

    private static string Stored(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT value FROM installation_settings WHERE key = '{IdKey}'";
        return (string)command.ExecuteScalar()!;
    }

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
        var remembered = new Dictionary<string, string>();
        try
        {
            using var connection = database.Open();
            using var exists = connection.CreateCommand();
            exists.CommandText = database.IsSqlite
                ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'installation_settings'"
                : "SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('installation_settings')";
            if (Convert.ToInt64(exists.ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
            {
                return remembered;
            }

            using var command = connection.CreateCommand();
            command.CommandText = "SELECT key, value FROM installation_settings WHERE key LIKE 'key-ring.%'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                remembered[reader.GetString(0)] = reader.GetString(1);
            }

            return remembered;
        }
        catch (DbException problem)
        {
            throw new InstallationProblem("database-silent",
                database.IsSqlite
                    ? $"Файл базы данных в папке {database.StoragePath} не открывается. Проверьте права на папку и свободное место."
                    : "База данных не отвечает. Проверьте Database:ConnectionString и что PostgreSQL запущен.",
                problem);
        }
    }

    private static void Write(DbConnection connection, DbTransaction transaction, string key, string value, bool overwrite)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO installation_settings (key, value) VALUES (@key, @value) ON CONFLICT (key) DO "
            + (overwrite ? "UPDATE SET value = excluded.value" : "NOTHING");
        foreach (var (name, content) in new[] { ("key", key), ("value", value) })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = content;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
