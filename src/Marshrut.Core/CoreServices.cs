using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Bulk;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Ids;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Register.Consents;
using Marshrut.Core.Register.Regional;
using Marshrut.Core.Risk.Results;
using Marshrut.Core.Risk.Sandbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Marshrut.Core;

/// <summary>Registers the core: the platform here, each module's use cases by its own lines.</summary>
public static class CoreServices
{
    public static IServiceCollection AddMarshrutCore(this IServiceCollection services, CoreSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(new DatabaseAccess(settings.Database, settings.StoragePath));
        services.AddSingleton<StorageFolder>();
        services.AddSingleton<InstallationSettings>();
        services.AddSingleton<RememberedRing>();
        services.AddSingleton(provider => provider.GetRequiredService<RememberedRing>().Open());
        AddIdentitySchema(services);
        services.TryAddSingleton<IPasswordHasher<User>, PasswordHasher<User>>();
        services.TryAddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Fingerprint>();
        services.AddSingleton<PersonalLinks>();
        services.AddSingleton<IdBlocks>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<RiskSnapshots>();
        services.AddSingleton<RegisterSnapshots>();
        services.AddSingleton<ConsentSnapshots>();
        services.AddSingleton<RegionCounts>();
        services.AddScoped<ActingScope>();
        services.AddScoped<BulkWriter>();
        services.AddDbContext<MarshrutDb>((provider, options) => Configure(options, provider.GetRequiredService<DatabaseAccess>()));
        AddUseCases(services);
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, DatabaseAccess database)
    {
        if (database.IsSqlite)
        {
            // A list in a condition is one parameter, as on PostgreSQL: with one each, a batch of two thousand costs more to bind than to find.
            options.UseSqlite(
                database.ConnectionString,
                sqlite => sqlite.MigrationsAssembly("Marshrut.Migrations.Sqlite").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
            options.AddInterceptors(new SqlitePragmas());
        }
        else
        {
            options.UseNpgsql(database.ConnectionString, postgres => postgres.MigrationsAssembly("Marshrut.Migrations.Postgres"));
        }

        // People's required rows hide behind a filter on purpose: the other end is never reached from outside the organisation.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
    }

    /// <summary>Passkeys (third schema of Identity) are in the tables from the first migration on; the context reads this when it builds its model.</summary>
    public static void AddIdentitySchema(IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    /// <summary>
    /// A use case, a query or a work is a sealed class in a module folder that is made per scope; they are found by their marker, so that adding
    /// one is adding a file.
    /// </summary>
    private static void AddUseCases(IServiceCollection services)
    {
        var types = typeof(CoreServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsSealed: true, IsAbstract: false }).ToList();
        foreach (var type in types.Where(type => typeof(IUseCase).IsAssignableFrom(type)))
        {
            services.AddScoped(type);
        }

        foreach (var type in types.Where(type => typeof(IInstallationCheck).IsAssignableFrom(type)))
        {
            services.AddScoped(typeof(IInstallationCheck), type);
        }

        services.AddJobs(types);
    }
}
