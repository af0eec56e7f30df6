using System.Text;
using Marshrut.Core.Imports;
using Marshrut.Core.Imports.ProgrammeFiles;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Spreadsheets;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Imports.ProgrammeFiles;

public class ImportProgrammesTests
{
    private const string Header = "Код направления;Название;Действует по;Заменён на";

    [Theory, BothDatabases]
    public async Task A_list_adds_changes_and_closes_codes_and_touches_no_other(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        var before = await Read(bench);

        var report = await Import(bench, Header, "99.02.01;Ремонт летающих лодок;;", "09.02.2007;Информационные системы;31.08.2027;99.02.01", "09.02.06;;;", "34.02.01;Сестринское дело;;34.02.01");

        (report.Read, report.Created, report.Updated, report.Unchanged, report.Rejected, report.Repaired).ShouldBe((4, 1, 1, 1, 1, 1));
        report.MissingFromFile.ShouldBe(before.Count - 3);
        report.Errors.Select(error => (error.Row, error.Column, error.Code)).ShouldBe([(4, "Название", "required"), (5, "Заменён на", "own-successor")], ignoreOrder: true);
        report.Notices.Select(notice => notice.Code).ShouldBe(["missing-programmes"]);
        var after = await Read(bench);
        after["99.02.01"].ShouldBe(("Ремонт летающих лодок", null, null));
        after["09.02.07"].ShouldBe(("Информационные системы", new DateOnly(2027, 8, 31), "99.02.01"));
        after.Where(row => row.Key is not "99.02.01" and not "09.02.07").ShouldBe(before.Where(row => row.Key != "09.02.07"), ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task An_empty_cell_keeps_what_is_known_and_unknown_erases_it(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        await Import(bench, Header, "09.02.07;Информационные системы;31.08.2027;99.02.09");

        var again = await Import(bench, "Код;Наименование", "09.02.07;Информационные системы");

        (again.Updated, again.Unchanged).ShouldBe((0, 1));
        (await Read(bench))["09.02.07"].ShouldBe(("Информационные системы", new DateOnly(2027, 8, 31), "99.02.09"));
        (await Import(bench, Header, "09.02.07;Информационные системы;неизвестно;?")).Updated.ShouldBe(1);
        (await Read(bench))["09.02.07"].ShouldBe(("Информационные системы", null, null));
    }

    [Theory, BothDatabases]
    public async Task A_successor_that_nobody_knows_is_told_of_and_kept(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);

        var report = await Import(bench, Header, "09.02.07;Информационные системы;31.08.2027;99.02.09", "09.02.07;Ещё раз;;");

        report.Notices.Single(notice => notice.Code == "unknown-successors").Message.ShouldContain("99.02.09");
        report.Errors.Single().ShouldSatisfyAllConditions(error => error.Code.ShouldBe("duplicate-in-file"), error => error.Message.ShouldContain("в строке 2"));
        (await Read(bench))["09.02.07"].Successor.ShouldBe("99.02.09");
    }

    [Fact]
    public async Task A_file_without_names_changes_nothing()
    {
        await using var bench = await ImportBench.Create(DatabaseProvider.Sqlite);
        var before = await Read(bench);

        (await Should.ThrowAsync<SpreadsheetProblem>(() => Import(bench, "Код;Действует по", "99.02.01;31.08.2027"))).Code.ShouldBe("missing-column");

        (await Read(bench)).ShouldBe(before, ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task A_register_finds_a_name_by_the_codes_that_are_in_force_and_by_the_level(DatabaseProvider provider)
    {
        await using var bench = await ImportBench.Create(provider);
        await Import(
            bench, Header, "99.03.01;Мореплавание;;", "99.04.01;Мореплавание;;", "99.05.01;Воздухоплавание;01.01.2020;99.05.02", "99.05.02;Воздухоплавание;;");

        var report = await bench.Preview(await bench.Stage(
            "ФИО;Дата рождения;Направление;Уровень образования;Выпуск",
            "Ольхова Вера;01.05.2003;Мореплавание;магистратура;2027",
            "Ясенев Пётр;01.05.2003;Мореплавание;;2027",
            "Осинина Анна;01.05.2003;Воздухоплавание;;2027"));

        (report.Created, report.Rejected).ShouldBe((2, 1));
        report.Errors.Single().ShouldSatisfyAllConditions(
            error => error.Row.ShouldBe(3),
            error => error.Code.ShouldBe("several-programmes"),
            error => error.Message.ShouldContain("99.03.01, 99.04.01"));
    }

    private static Task<FileReport> Import(ImportBench bench, params string[] lines) => bench.Run(async services =>
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return await services.GetRequiredService<ImportProgrammes>().Import(file, CancellationToken.None);
    });

    private static Task<Dictionary<string, (string Name, DateOnly? ValidTo, string? Successor)>> Read(ImportBench bench) => bench.Run(services =>
        services.GetRequiredService<MarshrutDb>().Programmes.AsNoTracking().ToDictionaryAsync(row => row.Code, row => (row.Name, row.ValidTo, row.SuccessorCode)));
}
