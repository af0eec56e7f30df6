using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Imports;

/// <summary>An organisation that imports files: small registers as text, and each step of the journey in a scope of its own, as requests have it.</summary>
internal sealed class ImportBench(TestDatabase database, Organization organization) : IAsyncDisposable
{
    public const string Header = "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Телефон;Группа";

    public TestDatabase Database => database;

    public Organization Organization => organization;

    public static async Task<ImportBench> Create(DatabaseProvider provider, OrganizationKind kind = OrganizationKind.College)
    {
        var database = await TestDatabase.Create(provider);
        return new ImportBench(database, await database.AddOrganization(kind));
    }

    public static string Row(int number, string phone = "+79001234567", string group = "ИС-21") =>
        $"{number};Ольхова{Letters(number)};Вера;01.05.2007;09.02.07;2027;{phone};{group}";

    public async Task<long> Stage(params string[] lines) => await Run(async services =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await services.GetRequiredService<StageImport>().Stage("reestr.csv", file, null, CancellationToken.None);
    });

    /// <summary>A csv register of so many people in the installation's own folder.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> WriteFile(int people)
    {
        var path = Path.Combine(database.Settings.StoragePath, "reestr.csv");
        await File.WriteAllTextAsync(path, Text(1, people), TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>A csv register of the people with these numbers.</summary>
    public static string Text(int first, int last, string group = "ИС-21") =>
        string.Join('\n', Enumerable.Range(first, last - first + 1).Select(number => Row(number, group: group)).Prepend(Header));

    public Task<ImportReport> Preview(long id) => Run(async services =>
        (await services.GetRequiredService<PreviewImport>().Preview(id, CancellationToken.None))!.Report!);

    public Task<long> Queue(long id, bool allOrNothing = false) => Run(services => services.GetRequiredService<QueueImport>().Queue(id, allOrNothing, null, CancellationToken.None));

    /// <summary>Writes a queued import as its job would.</summary>
    public Task<JobRun> Work(long id) => Run(services =>
        services.GetRequiredService<RunJobNow>().Run(ApplyImportWork.Name, new ApplyImportOrder(id), null, CancellationToken.None));

    /// <summary>The whole journey of one file.</summary>
    public async Task<long> Import(params string[] lines)
    {
        var id = await Stage(lines);
        await Queue(id);
        (await Work(id)).State.ShouldBe(JobState.Done);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        return id;
    }

    public Task<ImportRun> Find(long id) => Read(db => db.Imports.AsNoTracking().SingleAsync(row => row.Id == id));

    public Task<T> Read<T>(Func<MarshrutDb, Task<T>> read) => Run(services => read(services.GetRequiredService<MarshrutDb>()));

    public async Task<T> Run<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = database.Enter(organization);
        return await run(scope.ServiceProvider);
    }

    public async Task Run(Func<IServiceProvider, Task> run)
    {
        await using var scope = database.Enter(organization);
        await run(scope.ServiceProvider);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    /// <summary>A surname of letters alone: 12 → «бв».</summary>
    public static string Letters(int number) => string.Concat(number.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('а' + (digit - '0'))));
}
