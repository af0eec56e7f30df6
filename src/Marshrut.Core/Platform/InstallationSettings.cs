using System.Data.Common;
using System.Globalization;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform;

/// <summary>
/// What the installation remembers of itself, over plain connections: it is read before anything else can be (the key ring, the keys of cookies).
/// </summary>
public sealed class InstallationSettings(DatabaseAccess database)
{
    /// <summary>Rows whose key begins so; none where there are no tables yet.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public Dictionary<string, string> Read(string prefix)
    {
        var rows = new Dictionary<string, string>();
        using var connection = database.Open();
        using var exists = connection.CreateCommand();
        exists.CommandText = database.IsSqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'installation_settings'"
            : "SELECT COUNT(*) FROM pg_catalog.pg_class WHERE oid = to_regclass('installation_settings')";
        if (Convert.ToInt64(exists.ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
        {
            return rows;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM installation_settings WHERE key LIKE @prefix ORDER BY key";
        Add(command, "prefix", prefix + "%");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows[reader.GetString(0)] = reader.GetString(1);
        }

        return rows;
    }

    /// <summary>Writes the rows in one transaction, over what stands there.</summary>
    public void Write(params (string Key, string Value)[] rows)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (key, value) in rows)
        {
            Insert(connection, transaction, key, value, "UPDATE SET value = excluded.value");
        }

        transaction.Commit();
    }

    /// <summary>Writes a row that is written once in the life of an installation.</summary>
    /// <returns>What stands there afterwards: the value given, or that of whoever was first.</returns>
    public string Claim(string key, string value)
    {
        using var connection = database.Open();
        Insert(connection, null, key, value, "NOTHING");
        return Read(key)[key];
    }

    private static void Insert(DbConnection connection, DbTransaction? transaction, string key, string value, string onConflict)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO installation_settings (key, value) VALUES (@key, @value) ON CONFLICT (key) DO " + onConflict;
        Add(command, "key", key);
        Add(command, "value", value);
        command.ExecuteNonQuery();
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@" + name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
