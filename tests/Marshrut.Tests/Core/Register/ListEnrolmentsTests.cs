using System.Text;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Text;
using Marshrut.Core.Register.Lists;
using Marshrut.Tests.TestDatabases;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Register;

public class ListEnrolmentsTests
{
    private static readonly EnrolmentPlace ByName = new(EnrolmentOrder.Name);

    [Theory, BothDatabases]
    public async Task Search_takes_any_case_part_of_a_name_and_e_for_yo_R50(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);

        (await Names(scope, "елкИН")).ShouldBe(["Ёлкина"]);
        (await Names(scope, "борис")).ShouldBe(["Борисов", "Борисова"]);
        (await Names(scope, "алла борис")).ShouldBe(["Борисова"]);
        (await Names(scope, "11223344595")).ShouldBe(["Ёлкина"]);
        (await Names(scope, "112 233 445-95")).ShouldBe(["Ёлкина"]);
        (await Names(scope, "8 (900) 000-00-02")).ShouldBe(["Борисов"]);
        (await Names(scope, "5")).ShouldBe(["Громов"]);
        (await Names(scope, "100%")).ShouldBeEmpty();
        (await Names(scope, "_")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Each_filter_narrows_the_list(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six[..5]);
        await SmallRegister.Assess(scope.ServiceProvider);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six[5]);

        (await Names(scope, new EnrolmentFilter { LastCourse = true })).ShouldBe(["Борисов", "Ёлкина"]);
        (await Names(scope, new EnrolmentFilter { Programme = "38.02.01", Group = "ЭБ-31" })).ShouldBe(["Борисова", "Викторова", "Громов"]);
        (await Names(scope, new EnrolmentFilter { Status = EnrolmentStatus.Graduate })).ShouldBe(["Громов"]);
        (await Names(scope, new EnrolmentFilter { GraduationYear = 2030 })).ShouldBe(["Денисов"]);
        (await Names(scope, new EnrolmentFilter { Course = 4 })).ShouldBe(["Борисов", "Ёлкина"]);
        (await Names(scope, new EnrolmentFilter { HasTransferConsent = true })).ShouldBe(["Викторова", "Ёлкина"]);
        (await Names(scope, new EnrolmentFilter { Level = LevelChoice.NotAssessed })).ShouldBe(["Денисов"]);
        (await Names(scope, new EnrolmentFilter { Level = LevelChoice.High })).ShouldBe(["Борисов", "Викторова", "Ёлкина"]);
        (await Names(scope, new EnrolmentFilter { Level = LevelChoice.Preliminary })).ShouldBe(["Борисова", "Громов"]);
        (await Names(scope, new EnrolmentFilter { Characteristic = "orphan" })).ShouldBe(["Ёлкина"]);
    }

    [Theory, BothDatabases]
    public async Task A_list_tells_nothing_of_health_and_offences_R27(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        await SmallRegister.Assess(scope.ServiceProvider);

        (await Names(scope, new EnrolmentFilter { Characteristic = "disability" })).ShouldBeEmpty();
        (await Names(scope, new EnrolmentFilter { Characteristic = "prior-offence" })).ShouldBeEmpty();
        var page = await scope.ServiceProvider.GetRequiredService<ListEnrolments>().List(new EnrolmentFilter(), ByName, CancellationToken.None);
        page.Rows.Single(row => row.LastName == "Викторова").Present.ShouldBeEmpty();
        var file = await Export(scope, new EnrolmentFilter());
        file.ShouldNotContain("инвалидность", Case.Insensitive);
        file.ShouldNotContain("правонарушен", Case.Insensitive);
    }

    [Theory, BothDatabases]
    public async Task Pages_by_key_lead_to_the_end_and_back_in_every_order(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Many(20));
        await SmallRegister.Assess(scope.ServiceProvider);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Many(23).Skip(20));
        var list = scope.ServiceProvider.GetRequiredService<ListEnrolments>();

        foreach (var order in Enum.GetValues<EnrolmentOrder>())
        {
            foreach (var filter in new[] { new EnrolmentFilter(), new EnrolmentFilter { Characteristic = "no-job-search-preparation" } })
            {
                var whole = await list.List(filter, new EnrolmentPlace(order), CancellationToken.None);
                whole.Count.ShouldBe(whole.Rows.Count);
                whole.Rows.Select(row => row.EnrolmentId).ShouldBe(InOrder(whole.Rows, order).Select(row => row.EnrolmentId), $"{order}");
                var (forward, backward) = (new List<EnrolmentRow>(), new List<EnrolmentRow>());
                var page = await list.List(filter, new EnrolmentPlace(order, Size: 4), CancellationToken.None);
                page.HasPrevious.ShouldBeFalse();
                while (true)
                {
                    page.Count.ShouldBe(whole.Count);
                    forward.AddRange(page.Rows);
                    if (!page.HasNext)
                    {
                        break;
                    }

                    page = await list.List(filter, new EnrolmentPlace(order, After: page.Rows[^1].EnrolmentId, Size: 4), CancellationToken.None);
                }

                while (true)
                {
                    backward.InsertRange(0, page.Rows);
                    if (!page.HasPrevious)
                    {
                        break;
                    }

                    page = await list.List(filter, new EnrolmentPlace(order, Before: page.Rows[0].EnrolmentId, Size: 4), CancellationToken.None);
                }

                forward.Select(row => row.EnrolmentId).ShouldBe(whole.Rows.Select(row => row.EnrolmentId));
                backward.Select(row => row.EnrolmentId).ShouldBe(whole.Rows.Select(row => row.EnrolmentId));
            }
        }
    }

    /// <summary>The order said once more, over what the list shows; by priority and by name it is the order that came.</summary>
    private static IEnumerable<EnrolmentRow> InOrder(IReadOnlyList<EnrolmentRow> rows, EnrolmentOrder order)
    {
        var named = rows.OrderBy(row => NameText.Normalize($"{row.LastName} {row.FirstName} {row.MiddleName}"), StringComparer.Ordinal).ThenBy(row => row.ExternalId, StringComparer.Ordinal).ToList();
        string Group(EnrolmentRow row) => row.Group ?? "";
        return order switch
        {
            EnrolmentOrder.Name => named,
            EnrolmentOrder.Programme => named.OrderBy(row => row.ProgrammeCode, StringComparer.Ordinal).ThenBy(Group, StringComparer.Ordinal),
            EnrolmentOrder.ProgrammeDown => named.OrderByDescending(row => row.ProgrammeCode, StringComparer.Ordinal).ThenByDescending(Group, StringComparer.Ordinal),
            EnrolmentOrder.Year => named.OrderBy(row => row.GraduationYear),
            EnrolmentOrder.YearDown => named.OrderByDescending(row => row.GraduationYear),
            _ => rows,
        };
    }

    [Theory, BothDatabases]
    public async Task By_priority_the_high_come_first_and_the_never_assessed_last_R22(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six[..5]);
        await SmallRegister.Assess(scope.ServiceProvider);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six[5]);

        var page = await scope.ServiceProvider.GetRequiredService<ListEnrolments>()
            .List(new EnrolmentFilter(), new EnrolmentPlace(EnrolmentOrder.Priority), CancellationToken.None);

        page.Rows.Select(row => row.LastName).ShouldBe(["Ёлкина", "Борисов", "Викторова", "Борисова", "Громов", "Денисов"]);
        page.Rows.Select(row => row.Priority is null).ShouldBe([false, false, false, true, true, true]);
    }

    [Theory, BothDatabases]
    public async Task Another_organisation_has_a_list_of_its_own(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var (college, other) = (await database.AddOrganization(), await database.AddOrganization());
        await using (var scope = database.Enter(college))
        {
            await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        }

        await using var foreign = database.Enter(other);
        (await Names(foreign, new EnrolmentFilter())).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task The_file_is_the_filtered_list_in_its_order_and_the_journal_knows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var college = await database.AddOrganization();
        await using var scope = database.Enter(college);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        await SmallRegister.Assess(scope.ServiceProvider);
        var filter = new EnrolmentFilter { Group = "ЭБ-31" };

        var lines = (await Export(scope, filter)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Skip(1).Select(line => line.Split(';')[1]).ShouldBe(["Викторова", "Борисова", "Громов"]);
        lines[0].ShouldContain("Идентификатор;Фамилия");
        lines[0].ShouldContain("Уровень риска");
        (await Export(scope, filter, withRisk: false)).Split("\r\n")[0].ShouldBe(
            "\ufeffИдентификатор;Фамилия;Имя;Отчество;Код направления;Группа;Год выпуска;Согласие на передачу в ЦЗН");
        var entry = scope.ServiceProvider.GetRequiredService<MarshrutDb>().AuditEntries.First(row => row.Action == "export.written");
        entry.Details.ShouldContain("\"filtered\":true");
    }

    private static Task<List<string>> Names(IServiceScope scope, string search) => Names(scope, new EnrolmentFilter { Search = search });

    private static async Task<List<string>> Names(IServiceScope scope, EnrolmentFilter filter)
    {
        var page = await scope.ServiceProvider.GetRequiredService<ListEnrolments>().List(filter, ByName, CancellationToken.None);
        var count = await scope.ServiceProvider.GetRequiredService<CountEnrolments>().Count(filter, CancellationToken.None);
        count.ShouldBe(page.Rows.Count);
        page.Count.ShouldBe(count);
        return [.. page.Rows.Select(row => row.LastName)];
    }

    private static async Task<string> Export(IServiceScope scope, EnrolmentFilter filter, bool withRisk = true)
    {
        using var output = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<ExportEnrolments>()
            .Write(new EnrolmentExport(filter, EnrolmentOrder.Priority, [], IsXlsx: false, withRisk), output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
