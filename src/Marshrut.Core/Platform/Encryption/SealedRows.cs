using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform.Encryption;

/// <summary>
/// Reads and seals anew the rows of one declared column, of all organisations at once: so beside the context and its filters. Values are opened and
/// sealed in memory and nothing of them leaves it.
/// </summary>
internal sealed class SealedRows(DatabaseAccess database, Sealer sealer, SealedColumn column)
{
    /// <summary>A page is one short transaction: people who work at the same time wait for no more than that.</summary>
    private const int PageSize = 500;

    private string Value => $"\"{column.Name}\"";

    /// <summary>How many rows are sealed by the key.</summary>
    public Task<long> CountUnder(uint keyId, CancellationToken cancel) => column.IsText
        ? CountTexts(block => Sealer.KeyOf(block) == keyId, cancel)
        : CountBlocks($"substr({Value}, 1, {Sealer.HeaderSize}) = @header", keyId, cancel);

    /// <summary>How many rows are not sealed by the key: whatever stands there.</summary>
    public Task<long> CountNotUnder(uint keyId, CancellationToken cancel) => column.IsText
        ? CountTexts(block => Sealer.KeyOf(block) != keyId, cancel)
        : CountBlocks($"substr({Value}, 1, {Sealer.HeaderSize}) <> @header", keyId, cancel);

    /// <summary>
    /// Seals by the key what another sealed, page after page. A row that somebody else holds or has changed meanwhile is left as it is: a later pass
    /// finds it.
    /// </summary>
    /// <param name="keyId">The current key of the ring.</param>
    /// <param name="page">Told after each committed page how many rows it sealed.</param>
    /// <param name="cancel">Stops between pages.</param>
    /// <returns>How many rows do not open: damaged, or of a key that the ring lacks.</returns>
    public async Task<long> Reseal(uint keyId, Action<long> page, CancellationToken cancel)
    {
        await using var connection = database.Open();
        if (column.IsText)
        {
            return await ResealTexts(connection, keyId, page, cancel);
        }

        long unreadable = 0;
        for (long? after = long.MinValue; after is not null;)
        {
            cancel.ThrowIfCancellationRequested();
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            var rows = await ReadPage(connection, transaction, keyId, after.Value, cancel);
            var opened = rows.Select(row => (row.Id, row.Old, New: TryReseal(row.Old, row.Id))).ToList();
            unreadable += opened.Count(row => row.New is null);
            long written = 0;
            foreach (var (id, old, block) in opened)
            {
                written += block is null ? 0 : await Write(connection, transaction, [id], old, block, cancel);
            }

            await transaction.CommitAsync(cancel);
            page(written);
            after = rows.Count < PageSize ? null : rows[^1].Id;
        }

        return unreadable;
    }

    /// <summary>
    /// On PostgreSQL the rows are locked while they are read, those that somebody holds are passed over: whoever waits for nothing is in no deadlock.
    /// SQLite's transaction is the one writer.
    /// </summary>
    private async Task<List<(long Id, byte[] Old)>> ReadPage(DbConnection connection, DbTransaction transaction, uint keyId, long after, CancellationToken cancel)
    {
        var key = $"\"{column.Key[0]}\"";
        await using var command = Command(
            connection,
            transaction,
            $"SELECT {key}, {Value} FROM {column.Table} WHERE {key} > @after AND substr({Value}, 1, {Sealer.HeaderSize}) <> @header ORDER BY {key} LIMIT {PageSize}"
                + (database.IsSqlite ? "" : " FOR NO KEY UPDATE SKIP LOCKED"),
            ("after", after),
            ("header", Sealer.Header(keyId)));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(long, byte[])>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        }

        return rows;
    }

    /// <summary>Few rows (settings, second steps of users): read at once, written one by one where they are still what was read.</summary>
    private async Task<long> ResealTexts(DbConnection connection, uint keyId, Action<long> page, CancellationToken cancel)
    {
        long unreadable = 0;
        foreach (var (key, old) in await ReadTexts(connection, cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (!SealedText.Any(old, block => Sealer.KeyOf(block) != keyId))
            {
                continue;
            }

            var opens = true;
            var text = SealedText.Replace(old, block =>
            {
                if (Sealer.KeyOf(block) != keyId && TryReseal(block, column.IsBoundToKey ? (long)key[0] : 0) is { } anew)
                {
                    return anew;
                }

                opens &= Sealer.KeyOf(block) == keyId;
                return block;
            });
            unreadable += opens ? 0 : 1;
            page(text == old ? 0 : await Write(connection, null, key, old, text, cancel));
        }

        return unreadable;
    }

    private async Task<List<(object[] Key, string Text)>> ReadTexts(DbConnection connection, CancellationToken cancel)
    {
        var key = string.Join(", ", column.Key.Select(name => $"\"{name}\""));
        await using var command = Command(connection, null, $"SELECT {Value}, {key} FROM {column.Table} WHERE {Value} IS NOT NULL ORDER BY {key}");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(object[], string)>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(([.. Enumerable.Range(1, column.Key.Count).Select(reader.GetValue)], reader.GetString(0)));
        }

        return rows;
    }

    private async Task<int> Write(DbConnection connection, DbTransaction? transaction, object[] key, object old, object anew, CancellationToken cancel)
    {
        var where = string.Join(" AND ", column.Key.Select((name, i) => $"\"{name}\" = @key{i}"));
        await using var command = Command(
            connection,
            transaction,
            $"UPDATE {column.Table} SET {Value} = @anew WHERE {where} AND {Value} = @old",
            [("anew", anew), ("old", old), .. key.Select((part, i) => ("key" + i.ToString(CultureInfo.InvariantCulture), part))]);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<long> CountBlocks(string condition, uint keyId, CancellationToken cancel)
    {
        await using var connection = database.Open();
        await using var command = Command(connection, null, $"SELECT COUNT(*) FROM {column.Table} WHERE {condition}", ("header", Sealer.Header(keyId)));
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), CultureInfo.InvariantCulture);
    }

    private async Task<long> CountTexts(Func<byte[], bool> condition, CancellationToken cancel)
    {
        await using var connection = database.Open();
        return (await ReadTexts(connection, cancel)).Count(row => SealedText.Any(row.Text, condition));
    }

    private byte[]? TryReseal(byte[] block, long rowId)
    {
        foreach (var purpose in column.Purposes)
        {
            try
            {
                return sealer.Seal(sealer.Open(block, purpose, rowId), purpose, rowId);
            }
            catch (CryptographicException)
            {
                // Sealed for another purpose of this column, or nothing that can be opened: counted and told by the caller.
                continue;
            }
        }

        return null;
    }

    /// <summary>Names of tables and columns come from the model.</summary>
    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
