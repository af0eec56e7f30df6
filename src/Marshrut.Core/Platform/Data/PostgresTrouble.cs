using System.Data.Common;
using Npgsql;

namespace Marshrut.Core.Platform.Data;

/// <summary>What says that PostgreSQL itself, the way to it or its disk is at fault, and not a statement.</summary>
public static class PostgresTrouble
{
    /// <summary>Classes of SQLSTATE: connection, sign-in, no such database, resources, the operator's stop, the system.</summary>
    private static readonly string[] OfTheServer = ["08", "28", "3D", "53", "57", "58"];

    /// <returns>Null: a fault of another kind, or another database.</returns>
    public static InstallationProblem? Of(DbException problem)
    {
        var silent = problem switch
        {
            PostgresException answered => Array.Exists(OfTheServer, kind => answered.SqlState.StartsWith(kind, StringComparison.Ordinal)),
            NpgsqlException => true,
            _ => false,
        };
        return silent
            ? new InstallationProblem("database", "База данных не отвечает или не принимает запись: " + problem.Message, problem)
            : null;
    }
}
