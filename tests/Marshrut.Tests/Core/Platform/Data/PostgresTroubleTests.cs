using Marshrut.Core.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Marshrut.Tests.Core.Platform.Data;

public class PostgresTroubleTests
{
    [Theory]
    [InlineData("08006", true)]
    [InlineData("28P01", true)]
    [InlineData("3D000", true)]
    [InlineData("53300", true)]
    [InlineData("57P01", true)]
    [InlineData("23505", false)]
    [InlineData("23503", false)]
    [InlineData("42703", false)]
    public void Only_a_server_at_fault_is_called_silent(string state, bool silent) =>
        (PostgresTrouble.Of(new PostgresException("message", "ERROR", "ERROR", state))?.Code == "database").ShouldBe(silent);

    [Fact]
    public void A_lost_connection_is_and_a_violated_rule_of_SQLite_is_not()
    {
        PostgresTrouble.Of(new NpgsqlException("no route"))!.Code.ShouldBe("database");
        SqliteTrouble.Of(new SqliteException("unique", 19)).ShouldBeNull();
        PostgresTrouble.Of(new SqliteException("unique", 19)).ShouldBeNull();
    }
}
