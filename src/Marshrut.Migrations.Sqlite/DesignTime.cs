using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore.Design;

namespace Marshrut.Migrations.Sqlite;

/// <summary>Makes the context for <c>dotnet ef</c>.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<MarshrutDb>
{
    public MarshrutDb CreateDbContext(string[] args) => UnopenedDb.Of(DatabaseProvider.Sqlite);
}
