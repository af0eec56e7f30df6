using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Core.Platform.Data;

/// <summary>A context for its model alone (<c>dotnet ef</c>, tests of the model): never opened.</summary>
public static class UnopenedDb
{
    public static MarshrutDb Of(DatabaseProvider provider)
    {
        var connection = provider == DatabaseProvider.Sqlite ? "Data Source=:memory:" : "Host=localhost";
        var database = new DatabaseAccess(new DatabaseOptions { Provider = provider, ConnectionString = connection }, ".");
        var options = new DbContextOptionsBuilder<MarshrutDb>();
        CoreServices.Configure(options, database);
        var services = new ServiceCollection();
        CoreServices.AddIdentitySchema(services);
        options.UseApplicationServiceProvider(services.BuildServiceProvider());
        return new MarshrutDb(options.Options, new ActingScope(), new IdBlocks(database), new AuditLog(null!, TimeProvider.System));
    }
}
