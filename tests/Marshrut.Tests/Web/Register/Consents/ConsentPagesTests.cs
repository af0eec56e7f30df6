using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Register.Consents;

/// <summary>The present day is 23 November 2026.</summary>
public class ConsentPagesTests
{
    private static readonly string[] rows =
    [
        "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Курс;Группа;Согласие на передачу в ЦЗН",
        "1;Ахматова;Вера;01.05.2007;09.02.07;2027;4;ИС-41;",
        "2;Борисова;Анна;01.05.2010;09.02.07;2029;2;ИС-21;",
        "3;Ветрова;Ольга;01.05.2007;09.02.07;2027;4;ИС-41;01.11.2026",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_pile_of_signed_sheets_is_entered_what_is_missing_is_asked_and_all_can_be_undone(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await Register(site);
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var list = await visitor.Get("/o/zpk/consents?state=missing");
        list.Text.ShouldContain("нет согласия у 2 человек из 3");
        list.Text.ShouldContain("18 лет 01.05.2028");
        list.Text.ShouldNotContain("Ветрова");
        var sheet = await visitor.Get("/o/zpk/consents/sign?state=missing");
        sheet.Document.QuerySelectorAll("input[name=signed][checked]").Length.ShouldBe(2);
        var future = await visitor.Press(sheet, "Записать согласия", ("SignedOn", "01.01.2030"));
        future.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        future.Text.ShouldContain("не позже сегодняшнего дня");

        var half = await visitor.Press(future, "Записать согласия", ("SignedOn", "20.11.2026"));
        half.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        half.Text.ShouldContain("Записано 1 согласие");
        half.Text.ShouldContain("подписывает представитель");
        half.Document.QuerySelectorAll("input[name=signed]").Length.ShouldBe(1);
        var key = half.Document.QuerySelector("input[name^=by]")!.GetAttribute("name")!;
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await visitor.Press(half, "Записать согласия", (key, "Борисова Инна Львовна, мать"));
        done.Location.ShouldBe("/o/zpk/consents?state=missing");

        var after = await visitor.Get(done.Location!);
        after.Text.ShouldContain("Записано 1 согласие. Отменить");
        (await visitor.Get("/o/zpk/consents?state=given")).Text.ShouldContain("подписал представитель");
        var undone = await visitor.Press(after, "Отменить");
        (await visitor.Get(undone.Location!)).Text.ShouldContain("Запись отменена: 1 согласие");
        (await visitor.Get("/o/zpk/consents?state=missing")).Text.ShouldContain("Борисова");
        (await visitor.Press(half, "Записать согласия", (key, "ещё раз, мать"))).Location.ShouldBe("/o/zpk/consents?state=missing");
    }

    [Theory, BothDatabases]
    public async Task A_group_is_printed_exported_and_found(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await Register(site);
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var blanks = await visitor.Get("/o/zpk/consents/blanks?group=%D0%98%D0%A1-41");
        blanks.Document.QuerySelectorAll(".sheet-page").Length.ShouldBe(2);
        blanks.Text.ShouldContain("Я, Ахматова Вера, дата рождения 01.05.2007, даю согласие");
        blanks.Text.ShouldNotContain("Борисова");
        var list = await visitor.Get("/o/zpk/consents?q=%D0%B2%D0%B5%D1%82%D1%80");
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var file = await visitor.Press(list, "Скачать 1\u00a0строку");
        file.Headers["Content-Type"].ShouldStartWith("application/vnd.openxmlformats");
        (await visitor.Get("/o/zpk/consents?q=%D0%AF%D1%8F%D1%8F")).Text.ShouldContain("По этим условиям никого нет");
        (await visitor.Get("/o/zpk/consents?state=expiring")).Text.ShouldContain("сроки согласий не кончаются");
    }

    [Theory, BothDatabases]
    public async Task A_head_adopts_a_text_and_a_specialist_only_reads_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await Register(site);
        using var head = await site.SignIn(Role.CareerCentreHead, college);
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        (await specialist.Get("/o/zpk/consents/texts")).Document.QuerySelector("a[href='/o/zpk/consents/texts/transfer']").ShouldBeNull();
        (await specialist.Get("/o/zpk/consents/texts/transfer")).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = await head.Get("/o/zpk/consents/texts/transfer");
        var slow = form;
        var wrong = await head.Press(form, "Принять текст", ("Text", "Согласен"));
        wrong.Text.ShouldContain("Текст слишком короткий");
        wrong.Text.ShouldContain("Нет места {получатель}");
        const string Own = "Я, {подписывает}, разрешаю {организация} передать мои сведения: {получатель}. Цель: помощь в поиске работы, сопровождение. Срок: {срок}.";
        (await head.Press(wrong, "Принять текст", ("Text", Own), ("TermMonths", "12"))).Location.ShouldBe("/o/zpk/consents/texts");
        (await head.Get("/o/zpk/consents/texts")).Text.ShouldContain("версия 1");

        var late = await head.Press(slow, "Принять текст", ("Text", Own + " Дополнено."));
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Пока вы правили, приняли версию 1");
        late.Document.QuerySelector("#Text")!.TextContent.ShouldContain("Дополнено.");
        (await head.Press(late, "Принять текст")).Location.ShouldBe("/o/zpk/consents/texts");
        (await head.Get("/o/zpk/consents/texts/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await specialist.Get("/o/zpk/consents/blanks")).Text.ShouldContain("Дополнено.");
    }

    [Theory, BothDatabases]
    public async Task A_scan_is_kept_with_the_consent_and_is_nobody_elses(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await Register(site);
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var id = await site.Read(college, db => db.Enrolments.Where(row => row.ExternalId == "1").Select(row => row.Id).SingleAsync(Cancel));
        var other = await site.Read(college, db => db.Enrolments.Where(row => row.ExternalId == "3").Select(row => row.Id).SingleAsync(Cancel));
        var path = $"/o/zpk/students/{id}/consents";
        byte[] pdf = [.. "%PDF-1.4 подписано"u8];

        var page = await visitor.Get(path);
        (await visitor.Upload(page, "вирус.exe", [.. "MZ"u8], ("SignedOn", "20.11.2026"))).Text.ShouldContain("Такой файл не подходит");
        (await visitor.Upload(page, "../Ахматова.pdf", pdf, ("SignedOn", "20.11.2026"))).Location.ShouldBe($"/o/zpk/students/{id}");

        var link = (await visitor.Get(path)).Document.QuerySelector("a[href*='handler=Scan']")!.GetAttribute("href")!;
        using var file = await visitor.Download(link);
        file.ToArray().ShouldBe(pdf);
        (await visitor.Get(link.Replace($"/{id}/", $"/{other}/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound, "another person's");
        var stored = await site.Read(college, db => db.PersonFiles.AsNoTracking().SingleAsync(Cancel));
        System.Text.Encoding.UTF8.GetString(stored.Content).ShouldNotContain("подписано");
        (await visitor.Get($"/o/zpk/students/{id}")).Text.ShouldContain("Открыт документ");
        var foreign = await site.AddOrganization(OrganizationKind.College, "other");
        using var foreigner = await site.SignIn(Role.CareerCentreHead, foreign);
        (await foreigner.Get(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreigner.Get(link.Replace("/zpk/", "/other/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Organization> Register(TestSite site)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "zpk");
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
        await RegisterFileOf.Apply(scope.ServiceProvider, rows);
        return college;
    }
}
