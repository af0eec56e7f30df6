using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Marshrut.Core.Platform.Bulk;

/// <summary>
/// One prepared statement run for many rows, its parameters bound by place. The provider's own command looks every parameter up by its name for every
/// row, which for a row of eighteen columns costs more than the insert itself. Values are written as the provider writes them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string MomentFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <param name="connection">Open; whatever transaction it is in covers the statement.</param>
    /// <param name="sql">One statement with parameters «?1», «?2»…</param>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <param name="place">From 1.</param>
    /// <param name="value">What a converter of the model gave, or the property itself.</param>
    /// <exception cref="NotSupportedException">A type that the model does not have yet.</exception>
    public void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] block => raw.sqlite3_bind_blob(statement, place, block),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString(DayFormat, CultureInfo.InvariantCulture)),
        DateTime moment => raw.sqlite3_bind_text(statement, place, moment.ToString(MomentFormat, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Bulk writing does not know {value.GetType()}."),
    });

    /// <summary>Runs it with the values bound last and makes it ready for the next.</summary>
    /// <returns>Rows changed.</returns>
    public int Execute()
    {
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        var changed = raw.sqlite3_changes(database);
        Check(raw.sqlite3_reset(statement));
        return changed;
    }

    public void Dispose() => statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
