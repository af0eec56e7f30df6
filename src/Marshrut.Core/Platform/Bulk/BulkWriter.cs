using System.Data.Common;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Marshrut.Core.Platform.Bulk;

/// <summary>
/// Writes many rows at once through the same connection and transaction as the context: binary COPY on PostgreSQL, prepared statements on SQLite
/// (DESIGN §2). Columns come from the model, so a mapping is said once. The tenant guard stands here too.
/// </summary>
public sealed partial class BulkWriter(MarshrutDb db, ILogger<BulkWriter> log)
{
    /// <summary>
    /// Rows that are worth a call where they come little by little: COPY is waited for to its end, and fifty small ones a table cost more than a third of
    /// the whole; a prepared statement has no end to wait for.
    /// </summary>
    public int Portion => db.Database.IsNpgsql() ? 8_000 : 1;

    /// <summary>Inserts rows whose ids are already set. Must be called inside a transaction.</summary>
    public async Task Insert<T>(IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        var table = Table.Of(db, typeof(T));
        if (db.Database.IsNpgsql())
        {
            await Copy(table, table.Name, table.Columns, rows, cancel);
        }
        else
        {
            Run(table.Columns, $"INSERT INTO {table.Name} ({table.Names(table.Columns)}) VALUES ({Table.Parameters(table.Columns.Count)})", rows, cancel);
        }
    }

    /// <summary>
    /// Updates the named properties (all but the key by default) of rows found by their key, those of two organisations by their parties as well. Must be
    /// called inside a transaction.
    /// </summary>
    /// <exception cref="TenancyViolation">A row with such a key stands in another organisation, between others, or nowhere.</exception>
    public async Task Update<T>(IEnumerable<T> rows, IReadOnlyCollection<string>? properties, CancellationToken cancel)
        where T : class
    {
        var table = Table.Of(db, typeof(T));
        var changed = table.Columns.Where(column => !table.FoundBy.Contains(column) && (properties is null || properties.Contains(column.Property))).ToList();
        List<Column> columns = [.. changed, .. table.FoundBy];

        // What the given row says of its organisation is not enough: the row that the key finds must belong to it already.
        var own = typeof(T).IsAssignableTo(typeof(IOwned)) && !db.Scope.WritesAnyOrganization
            ? FormattableString.Invariant($" AND {table.Name}.organization_id = {db.Scope.OrganizationId}")
            : "";
        if (db.Database.IsNpgsql())
        {
            var staging = "staged_" + table.Name;
            await Execute($"CREATE TEMP TABLE {staging} ON COMMIT DROP AS SELECT {table.Names(columns)} FROM {table.Name} WITH NO DATA", cancel);
            var copied = await Copy(table, staging, columns, rows, cancel);
            var set = string.Join(", ", changed.Select(column => $"{column.Name} = s.{column.Name}"));
            var found = string.Join(" AND ", table.FoundBy.Select(column => $"{table.Name}.{column.Name} = s.{column.Name}"));
            Found(await Execute($"UPDATE {table.Name} SET {set} FROM {staging} s WHERE {found}{own}", cancel), copied, table);
            await Execute($"DROP TABLE {staging}", cancel);
        }
        else
        {
            var set = string.Join(", ", changed.Select((column, i) => $"{column.Name} = ?{i + 1}"));
            var found = string.Join(" AND ", table.FoundBy.Select((column, i) => $"{column.Name} = ?{changed.Count + i + 1}"));
            var (updated, given) = Run(columns, $"UPDATE {table.Name} SET {set} WHERE {found}{own}", rows, cancel);
            Found(updated, given, table);
        }
    }

    /// <summary>
    /// Until PostgreSQL has counted anew, it takes a table that has just grown to be as small as before and reads it the slow way, for a minute and more.
    /// After the commit of much, and never waiting: another may be counting. What was written stays written, so a count that fails is told to the log alone
    /// and nobody stops it. SQLite needs no counting.
    /// </summary>
    public async Task Settle(params IReadOnlyList<Type> entities)
    {
        if (!db.Database.IsNpgsql())
        {
            return;
        }

        await db.Database.OpenConnectionAsync(CancellationToken.None);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "ANALYZE (SKIP_LOCKED) " + string.Join(", ", entities.Select(entity => Table.Of(db, entity).Name));
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (DbException problem)
        {
            LogNotCounted(log, problem);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "PostgreSQL did not count its tables anew after a large write")]
    private static partial void LogNotCounted(ILogger log, Exception problem);

    private static void Found(int updated, int given, Table table)
    {
        if (updated != given)
        {
            throw new TenancyViolation($"{given - updated} of {given} rows of {table.Name} to update are not the organisation's.");
        }
    }

    private (int Affected, int Rows) Run<T>(IReadOnlyList<Column> columns, string sql, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        _ = Transaction;
        using var statement = new SqliteStatement((SqliteConnection)db.Database.GetDbConnection(), sql);
        var (affected, count) = (0, 0);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            Guard(row);
            for (var i = 0; i < columns.Count; i++)
            {
                statement.Bind(i + 1, columns[i].Value(row));
            }

            affected += statement.Execute();
            count++;
        }

        return (affected, count);
    }

    private async Task<int> Copy<T>(Table table, string target, IReadOnlyList<Column> columns, IEnumerable<T> rows, CancellationToken cancel)
        where T : class
    {
        _ = Transaction;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var count = 0;
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {target} ({table.Names(columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        foreach (var row in rows)
        {
            Guard(row);
            count++;
            await writer.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                var value = column.Value(row);
                if (value is null)
                {
                    await writer.WriteNullAsync(cancel);
                }
                else
                {
                    await writer.WriteAsync(value, column.PostgresType, cancel);
                }
            }
        }

        await writer.CompleteAsync(cancel);
        return count;
    }

    /// <summary>Names of tables and columns come from the model, never from a user.</summary>
    private async Task<int> Execute(string sql, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Transaction;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private DbTransaction Transaction =>
        db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Bulk writing needs a transaction: everything or nothing.");

    private void Guard(object row) => WriteGuard.Check(row, db.Scope);

    private sealed record Column(string Name, string Property, Func<object, object?> Value, NpgsqlDbType PostgresType);

    /// <param name="FoundBy">The key; of a row of two organisations also its parties, so that a row given as one's own finds no other.</param>
    private sealed record Table(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<Column> FoundBy)
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<(Type Entity, string Provider), Table> Known = new();

        public static Table Of(MarshrutDb db, Type entity) =>
            Known.GetOrAdd((entity, db.Database.ProviderName!), _ => Build(db.Model.FindEntityType(entity)!, db.Database.IsNpgsql()));

        public string Names(IReadOnlyList<Column> columns) => string.Join(", ", columns.Select(column => column.Name));

        public static string Parameters(int count) => string.Join(", ", Enumerable.Range(1, count).Select(place => "?" + place));

        private static Table Build(IEntityType entity, bool postgres)
        {
            var columns = entity.GetProperties().Select(property => Build(property, postgres)).ToList();
            string[] foundBy =
            [
                entity.FindPrimaryKey()!.Properties[0].Name,
                .. entity.ClrType.IsAssignableTo(typeof(ITwoSided)) ? [nameof(ITwoSided.FromOrganizationId), nameof(ITwoSided.ToOrganizationId)] : Array.Empty<string>(),
            ];
            return new Table(entity.GetTableName()!, columns, [.. foundBy.Select(name => columns.First(column => column.Property == name))]);
        }

        private static Column Build(IProperty property, bool postgres)
        {
            var getter = property.GetGetter();
            var converter = property.GetTypeMapping().Converter;
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            Func<object, object?> convert = value => value;
            if (converter is not null)
            {
                convert = value => converter.ConvertToProvider(value);
            }
            else if (type.IsEnum)
            {
                convert = value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
            }

            return new Column(
                $"\"{property.GetColumnName()}\"",
                property.Name,
                row => getter.GetClrValue(row) is { } value ? convert(value) : null,
                postgres ? PostgresTypeOf(type) : NpgsqlDbType.Unknown);
        }

        private static NpgsqlDbType PostgresTypeOf(Type type) => type switch
        {
            _ when type.IsEnum || type == typeof(int) => NpgsqlDbType.Integer,
            _ when type == typeof(long) => NpgsqlDbType.Bigint,
            _ when type == typeof(bool) => NpgsqlDbType.Boolean,
            _ when type == typeof(string) => NpgsqlDbType.Text,
            _ when type == typeof(byte[]) => NpgsqlDbType.Bytea,
            _ when type == typeof(DateOnly) => NpgsqlDbType.Date,
            _ when type == typeof(DateTime) => NpgsqlDbType.TimestampTz,
            _ => throw new NotSupportedException($"Bulk writing does not know {type}."),
        };
    }
}
