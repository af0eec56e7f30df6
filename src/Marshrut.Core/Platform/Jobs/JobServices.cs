using Marshrut.Core.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Marshrut.Core.Platform.Jobs;

/// <summary>Registers background work: the parts that every process needs, and the scheduler of one that serves.</summary>
public static class JobServices
{
    /// <summary>For every process: ordering, running in the foreground, looking.</summary>
    internal static void AddJobs(this IServiceCollection services, IEnumerable<Type> types)
    {
        services.AddLogging();
        services.AddSingleton<JobDatabase>();
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobStoreSchema>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => provider.GetService<IConfiguration>() is { } configuration ? JobSettings.From(configuration) : JobSettings.Default);
        foreach (var type in types.Where(type => typeof(IBackgroundWork).IsAssignableFrom(type)))
        {
            services.AddScoped(typeof(IBackgroundWork), type);
        }
    }

    /// <summary>For a serving node: Quartz over the job store, clustered on PostgreSQL. With <c>Jobs:Threads</c> = 0 the node only takes orders.</summary>
    public static IServiceCollection AddMarshrutJobs(this IServiceCollection services, CoreSettings core, JobSettings settings)
    {
        if (settings.Threads == 0)
        {
            return services;
        }

        var schema = new JobStoreSchema(new JobDatabase(new DatabaseAccess(core.Database, core.StoragePath)));
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "marshrut";
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(settings.Threads);
            quartz.UsePersistentStore(store =>
            {
                schema.Configure(store);
                if (core.Database.Provider == DatabaseProvider.Postgres)
                {
                    store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(5));
                }
            });
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AwaitApplicationStarted = true;
        });
        services.AddHealthChecks().AddQuartz();
        services.AddSingleton<JobScheduler>();
        services.AddHostedService<JobSweep>();
        return services;
    }
}
