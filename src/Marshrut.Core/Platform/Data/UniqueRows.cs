using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Marshrut.Core.Platform.Data;

/// <summary>Tells a row that is there already from every other trouble of a database: two people did the same at the same moment.</summary>
public static class UniqueRows
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    public static bool Broken(Exception problem) => problem switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
        DbUpdateException { InnerException: DbException inner } => Broken(inner),
        _ => false,
    };
}
