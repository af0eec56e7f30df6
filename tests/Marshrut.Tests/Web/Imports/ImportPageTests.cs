using System.Net;
using System.Text;
using Marshrut.Core.Accounts;
using Marshrut.Core.Imports;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Imports;

public class ImportPageTests
{
    private const string Register = """
        Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;СНИЛС;Инвалидность или ОВЗ;Ранее совершал правонарушения
        1;Ольхова;Вера;01.05.2007;09.02.07;2027;;;
        2;Тарасов;Олег;31.02.2008;09.02.07;2027;;;да
        3;Мoхова;Рита;01.06.2007;09.02.07;2027;112-233-445 96;да;
        """;

    [Theory, BothDatabases]
    public async Task From_a_file_to_the_register_and_back_without_script(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var sent = await visitor.Upload(await visitor.Get("/o/college/import"), "reestr.csv", Encoding.UTF8.GetBytes(Register));
        sent.Status.ShouldBe(HttpStatusCode.Found, sent.Text);
        var check = await visitor.Open(sent.Location!);
        check.Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain("Что изменится в реестре"),
            text => text.ShouldContain("Тарасов Олег"),
            text => text.ShouldContain("отклонена"),
            text => text.ShouldContain("Сведения о правонарушениях образовательная организация не хранит"),
            text => text.ShouldContain("Особые сведения"),
            text => text.ShouldContain("скрыто"));
        check.Document.QuerySelector(".message-bad").ShouldBeNull("nothing is wrong yet");
        check.Document.QuerySelector("a[rel=next]").ShouldBeNull("all rows are on the page");
        check.Document.QuerySelectorAll("table .cell-bad").Select(cell => cell.TextContent).ShouldBe(["31.02.2008", "112-233-445 96", "скрыто"]);
        (await visitor.Get(check.Path + "?tab=repaired")).Text.ShouldContain("Латинские буквы заменены кириллицей");
        (await visitor.Get(check.Path + "?tab=new")).Text.ShouldContain("Мохова Рита");

        var progress = await visitor.Open((await visitor.Press(check, "Загрузить 2\u00a0строки")).Location!);
        progress.Text.ShouldContain("Запись в реестр");
        progress.Text.ShouldContain("Ждёт очереди");
        await Work(site, college);
        var summary = await visitor.Open(progress.Path);
        summary.Text.ShouldContain("Реестр обновлён");
        var errors = await visitor.Get(summary.Document.QuerySelectorAll("a").First(link => link.TextContent.Contains("ошибками")).GetAttribute("href")!);
        errors.Headers["Content-Type"].ShouldContain("spreadsheetml");
        (await People(site, college)).ShouldBe(2);

        var asked = await visitor.Get(summary.Path + "?undo=true");
        var undone = await visitor.Open((await visitor.Press(asked, "Отменить запись файла")).Location!);
        undone.Text.ShouldContain("Загрузка отменена");
        (await People(site, college)).ShouldBe(0);
        (await visitor.Get("/o/college/import")).Text.ShouldContain("отменён");
    }

    [Theory, BothDatabases]
    public async Task A_column_that_nobody_knows_is_named_by_hand(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreHead, college);

        var sent = await visitor.Upload(
            await visitor.Get("/o/college/import"), "reestr.csv", Encoding.UTF8.GetBytes("ФИО;Дата рождения;Код;Завершит\nОльхова Вера;01.05.2007;09.02.07;2027"));
        var columns = await visitor.Open(sent.Location!);
        columns.Text.ShouldContain("Не нашли обязательный столбец.");

        (await visitor.Press(columns, "Проверить строки")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var check = await visitor.Open((await visitor.Press(columns, "Проверить строки", ("Chosen[3]", "graduationYear"))).Location!);

        check.Text.ShouldContain("Загрузить 1 строку");
        var discarded = await visitor.Open((await visitor.Press(check, "Не\u00a0загружать")).Location!);
        discarded.Text.ShouldContain("Файл убран.");
        discarded.Text.ShouldContain("убран");
    }

    [Theory]
    [InlineData("empty.xlsx", "Файл пустой")]
    [InlineData("text.csv", "Не нашли строку с заголовками")]
    [InlineData("password.xlsx", "закрыта паролем")]
    public async Task A_file_that_cannot_be_read_says_why_over_the_form(string name, string words)
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        byte[] file = name switch
        {
            "empty.xlsx" => [],
            "text.csv" => Encoding.UTF8.GetBytes("просто текст\nещё строка"),
            _ => await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", name), TestContext.Current.CancellationToken),
        };

        var answer = await visitor.Upload(await visitor.Get("/o/college/import"), name, file);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(words);
        answer.Document.QuerySelector("input[type=file]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Without_a_file_the_page_asks_for_one()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        (await visitor.Press(await visitor.Get("/o/college/import"), "Проверить файл")).Text.ShouldContain("Выберите файл");
    }

    [Fact]
    public async Task A_file_of_forty_megabytes_is_read_and_one_over_the_limit_is_413_in_words()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var page = await visitor.Get("/o/college/import");
        var head = Encoding.UTF8.GetBytes("Фамилия;Имя;Дата рождения;Код направления;Год выпуска\n");
        var large = Enumerable.Repeat((byte)'\n', 40 << 20).ToArray();
        head.CopyTo(large, 0);

        (await visitor.Upload(page, "large.csv", large)).Status.ShouldBe(HttpStatusCode.Found);
        var refused = await visitor.Upload(page, "huge.csv", new byte[130 << 20]);

        refused.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Text.ShouldContain("Файл слишком большой");
    }

    [Fact]
    public async Task The_sample_is_a_register_that_the_program_reads_without_offences()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        using var output = new MemoryStream();
        await using (var scope = Scope(site, college))
        {
            RegisterTemplate.Write(output, await scope.ServiceProvider.GetRequiredService<ListRegisterFields>().List(CancellationToken.None), new DateOnly(2026, 11, 23));
            output.Position = 0;
            var intake = scope.ServiceProvider.GetRequiredService<RegisterIntake>();
            var options = await intake.Options(CancellationToken.None);
            var report = await intake.Preview(intake.Stage(output, options, CancellationToken.None), options, CancellationToken.None);

            report.ShouldSatisfyAllConditions(r => r.Created.ShouldBe(1), r => r.Errors.ShouldBeEmpty(), r => r.Repairs.ShouldBeEmpty(), r => r.Notices.ShouldBeEmpty());
        }

        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await visitor.Get("/o/college/import?handler=Template")).Headers["Content-Type"].ShouldContain("spreadsheetml");
    }

    [Fact]
    public async Task Nobody_reaches_an_import_of_another_organisation()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        var own = await site.AddOrganization(OrganizationKind.College, "own");
        await site.AddOrganization(OrganizationKind.College, "other");
        var other = await site.AddOrganization(OrganizationKind.College, "third");
        using var owner = await site.SignIn(Role.CareerCentreSpecialist, own);
        using var stranger = await site.SignIn(Role.CareerCentreSpecialist, other);
        var sent = await owner.Upload(await owner.Get("/o/own/import"), "reestr.csv", Encoding.UTF8.GetBytes(Register));
        var id = sent.Location!.Split('/')[^1];

        foreach (var page in new[] { "", "/columns", "/progress", "/summary", "?handler=Errors" })
        {
            (await owner.Get($"/o/third/import/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get($"/o/own/import/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get($"/o/third/import/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task Work(TestSite site, Organization college)
    {
        await using var scope = Scope(site, college);
        var id = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Imports.MaxAsync(row => row.Id, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run(ApplyImportWork.Name, new ApplyImportOrder(id), null, CancellationToken.None);
    }

    private static async Task<int> People(TestSite site, Organization college)
    {
        await using var scope = Scope(site, college);
        return await scope.ServiceProvider.GetRequiredService<MarshrutDb>().People.CountAsync(TestContext.Current.CancellationToken);
    }

    private static AsyncServiceScope Scope(TestSite site, Organization college)
    {
        var scope = site.Services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(Actors.CommandLine);
        acting.EnterOrganization(college.Id, college.RegionCode);
        return scope;
    }
}
