using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Risk;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Risk;

/// <summary>A college with a small register and determined levels; each call acts as one request does.</summary>
internal sealed class RiskBench(TestDatabase database, Organization organization)
{
    public const string Header =
        "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Курс;Группа;Статус;Согласие на данные о здоровье;Инвалидность или ОВЗ;Сирота или без попечения родителей;Определённость с местом работы";

    public TestDatabase Database { get; } = database;

    public Organization Organization { get; } = organization;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<RiskBench> Create(TestDatabase database, OrganizationKind kind = OrganizationKind.College) =>
        new(database, await database.AddOrganization(kind));

    /// <summary>A line of the register: «да» for an orphan is one present characteristic.</summary>
    public static string Line(int number, string surname, string orphan, int year = 2027, string place = "", string disability = "", string status = "") =>
        $"{number};{surname};Вера;01.05.2007;09.02.07;{year};3;ИС-31;{status};{(disability.Length > 0 ? "01.09.2026" : "")};{disability};{orphan};{place}";

    public Task Import(params string[] lines) => Database.Import(Organization, [Header, .. lines]);

    public Task<AssessmentCounts> Assess(DateOnly? asOf = null, bool finalYear = false) =>
        Use<AssessOrganization, AssessmentCounts>(assess => assess.Assess(new AssessOrganizationInput(asOf ?? Database.Clock.Today, finalYear), Cancel));

    public async Task<TResult> Use<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run, string actor = "user:1", bool restricted = false)
        where TUseCase : notnull
    {
        await using var scope = Database.Enter(Organization, actor, restricted);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<List<Assessment>> Current() => Use<MarshrutDb, List<Assessment>>(db => db.Assessments.AsNoTracking()
        .Where(row => row.IsCurrent)
        .OrderByDescending(row => row.Priority).ThenBy(row => row.OrderYear).ThenBy(row => row.SortName)
        .ToListAsync(Cancel));

    public Task<List<string>> Journal(string action) => Use<MarshrutDb, List<string>>(db => db.AuditEntries
        .Where(row => row.Action == action).OrderBy(row => row.Sequence).Select(row => row.Details).ToListAsync(Cancel));
}
