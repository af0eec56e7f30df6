using System.Reflection;
using Marshrut.Core.Platform.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Marshrut.Tests.TestDatabases;

/// <summary>
/// Runs a theory once on SQLite and once on PostgreSQL; the test takes the <see cref="DatabaseProvider"/> as its only parameter and hands it to
/// <c>TestDatabase.Create</c>.
/// </summary>
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
