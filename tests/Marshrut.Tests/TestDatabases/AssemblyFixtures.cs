using Marshrut.Tests.TestDatabases;

[assembly: AssemblyFixture(typeof(PostgresServer))]
