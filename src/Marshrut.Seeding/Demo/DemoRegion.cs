using System.Globalization;
using Marshrut.Core;
using Marshrut.Core.Installation;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Seeding.Students;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Seeding.Demo;

/// <param name="Tell">Hears how far it is, in Russian; may be null.</param>
public sealed record DemoRegionInput(Action<string>? Tell = null);

/// <summary>What the demo region holds.</summary>
/// <param name="Made">False: it was there already.</param>
public sealed record DemoRegionCounts(bool Made, int Organizations, int People, int High, int NotHigh);

/// <summary>
/// Makes «Заречная область» in an empty database: three months of a school year through the use cases that people have, each on its own day. A run
/// that was cut short is completed by the next one (R37); a second start finds the region and does nothing.
/// </summary>
public sealed class DemoRegion(CoreSettings settings, TimeProvider clock) : IUseCase
{
    private const string Mark = "demo-region";
    private const string Done = "done";

    /// <exception cref="RuleViolation"><c>database-not-empty</c>: somebody else's organisations are there.</exception>
    public async Task<DemoRegionCounts> Make(DemoRegionInput input, CancellationToken cancel)
    {
        var time = new TravellingClock(clock);
        await using var services = Services(time);
        var begunOn = await Begin(services, cancel);
        if (begunOn is { } today)
        {
            await new DemoYear(services, time, new SeedDates(today), input.Tell ?? (_ => { })).Live(cancel);
            await Finish(services, cancel);
        }

        return await Count(services, begunOn is not null, cancel);
    }

    /// <summary>Services of their own: only they live by the travelling clock.</summary>
    private ServiceProvider Services(TravellingClock time)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddMarshrutCore(settings);
        services.AddMarshrutSeeding();
        return services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The day the region is made for; null when it is there already.</summary>
    private async Task<DateOnly?> Begin(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrepareDatabase>().Prepare(cancel);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        if (await db.Settings.FindAsync([Mark], cancel) is { } mark)
        {
            return mark.Value == Done ? null : DateOnly.ParseExact(mark.Value, "O", CultureInfo.InvariantCulture);
        }

        if (await db.Organizations.AnyAsync(cancel))
        {
            throw new RuleViolation("database-not-empty", "В базе уже есть организации, и учебный регион в ней не создаётся. Укажите другую папку (Storage:Path) или другую базу.");
        }

        var today = clock.Today();
        db.Settings.Add(new InstallationSetting { Key = Mark, Value = today.ToString("O", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(cancel);
        return today;
    }

    private static async Task Finish(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs(DemoYear.Actor);
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        foreach (var mark in await db.Settings.Where(row => row.Key.StartsWith(DemoYear.StepPrefix)).ToListAsync(cancel))
        {
            db.Settings.Remove(mark);
        }

        (await db.Settings.FindAsync([Mark], cancel))!.Value = Done;
        db.Audit(new AuditDraft(null, AuditActions.DemoRegionMade, "region", Details: new { region = DemoMap.RegionCode }));
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<DemoRegionCounts> Count(IServiceProvider services, bool made, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
        var organizations = await db.Organizations.AsNoTracking().Where(row => row.RegionCode == DemoMap.RegionCode).ToListAsync(cancel);
        var (people, high, notHigh) = (0, 0, 0);
        foreach (var organization in organizations)
        {
            db.Scope.EnterOrganization(organization.Id, organization.RegionCode);
            people += await db.People.CountAsync(cancel);
            high += await db.Assessments.CountAsync(row => row.IsCurrent && row.IsHigh, cancel);
            notHigh += await db.Assessments.CountAsync(row => row.IsCurrent && !row.IsHigh, cancel);
        }

        return new DemoRegionCounts(made, organizations.Count, people, high, notHigh);
    }
}
