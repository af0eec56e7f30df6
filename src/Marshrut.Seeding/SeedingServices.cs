using Marshrut.Core;
using Marshrut.Seeding.Demo;
using Marshrut.Seeding.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Seeding;

/// <summary>Registers the builders of made data; the core's services must be there.</summary>
public static class SeedingServices
{
    public static IServiceCollection AddMarshrutSeeding(this IServiceCollection services)
    {
        services.AddSingleton<RegisterRows>();
        services.AddScoped<DemoOrganizations>();
        services.AddScoped<DemoAgreements>();
        services.AddScoped<DemoTransfers>();
        services.AddScoped<DemoCases>();
        services.AddScoped<DemoGroups>();
        services.AddScoped<DemoRequests>();
        services.AddScoped<DemoResponses>();
        services.AddScoped<DemoCampaign>();
        services.AddScoped<DemoLastClass>();
        services.AddScoped<DemoPlans>();
        services.AddScoped<DemoRegisters>();
        services.AddScoped<DemoFacts>();
        services.AddScoped<DemoDecisions>();
        services.AddScoped<DemoMethodology>();
        foreach (var type in typeof(SeedingServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsSealed: true } && typeof(IUseCase).IsAssignableFrom(type)))
        {
            services.AddScoped(type);
        }

        return services;
    }
}
