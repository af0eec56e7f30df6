using Marshrut.Core.Platform.Data;

namespace Marshrut.Core.Platform.Ids;

/// <summary>
/// Ids are reserved in blocks over a connection of their own, before the transaction that uses them: bulk paths know ids before writing,
/// and a rolled back transaction never gives its ids to somebody else. Gaps are harmless.
/// </summary>
public sealed class IdBlocks(DatabaseAccess database)
{
    private const int PoolSize = 256;
    private readonly Lock gate = new();
    private long next;
    private long end;

    /// <summary>One id for an entity that is added by hand.</summary>
    public long Take()
    {
        lock (gate)
        {
            if (next >= end)
            {
                next = Reserve(PoolSize);
                end = next + PoolSize;
            }

            return next++;
        }
    }

    /// <summary>The first of <paramref name="count"/> consecutive ids. Call it before a transaction begins: SQLite has one writer.</summary>
    public long Reserve(int count)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE id_blocks SET next = next + $1 WHERE name = 'ids' RETURNING next"
            .Replace("$1", count.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var after = command.ExecuteScalar() ?? throw new InvalidOperationException("The id counter is missing: the database is not migrated.");
        return Convert.ToInt64(after, System.Globalization.CultureInfo.InvariantCulture) - count;
    }
}
