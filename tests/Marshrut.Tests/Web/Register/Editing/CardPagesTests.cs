using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Tests.Core.Agreements;
using Marshrut.Tests.Core.Register;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Register.Editing;

public class CardPagesTests
{
    [Theory, BothDatabases]
    public async Task A_person_is_changed_on_a_page_and_a_colleague_is_told_of_it_with_the_typing_kept(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Борисов");
        using var one = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var other = await site.SignIn(Role.CareerCentreHead, college);
        (await one.Get(path)).Document.QuerySelector($"a[href='{path}/person']").ShouldNotBeNull();
        var slow = await other.Get(path + "/person");
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var wrong = await one.Press(await one.Get(path + "/person"), "Записать изменения", ("Input.Snils", "123"), ("Input.Phone", "8 900 555-66-77"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("В СНИЛС не сходится контрольное число");
        wrong.Document.QuerySelector("#Reason")!.GetAttribute("aria-invalid").ShouldBe("true");
        wrong.Document.QuerySelector("#Input_Phone")!.GetAttribute("value").ShouldBe("8 900 555-66-77");
        var done = await one.Press(wrong, "Записать изменения", ("Input.Snils", ""), ("Reason", "сменил номер"));
        done.Location.ShouldBe(path);
        (await one.Get(path)).Text.ShouldContain("Телефон: +79000000002 → +79005556677. Причина: сменил номер.");

        var told = await other.Press(slow, "Записать изменения", ("Input.Phone", "8 900 888-99-00"), ("Reason", "звонил сам"));
        told.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        told.Text.ShouldContain("карточку изменил другой");
        told.Text.ShouldContain("Проверкина М. И.");
        told.Text.ShouldContain("+79000000002 → +79005556677");
        told.Document.QuerySelector("#Input_Phone")!.GetAttribute("value").ShouldBe("8 900 888-99-00");
        (await other.Press(told, "Записать изменения")).Location.ShouldBe(path);
        (await other.Get(path)).Text.ShouldContain("+79008889900");
    }

    [Theory, BothDatabases]
    public async Task A_fact_is_entered_taken_back_and_the_level_determined_anew(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Борисов");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var choose = await visitor.Get(path + "/facts/add");
        choose.Text.ShouldNotContain("правонарушения", Case.Insensitive);
        choose.Document.QuerySelector("input[name=Fact][value='2']")!.HasAttribute("disabled").ShouldBeTrue("health needs its consent");
        var form = await visitor.Press(choose, "Дальше", ("Fact", "3"));
        form.Path.ShouldNotContain("orphan");
        var bad = await visitor.Press(form, "Внести сведение", ("ValidTo", "завтра"), ("Value", "Yes"));
        bad.Text.ShouldContain("Не поняли дату");
        (await visitor.Press(bad, "Внести сведение", ("ValidTo", ""), ("Document", "справка № 14"), ("Reason", "принёс справку"))).Location.ShouldBe(path);

        var card = await visitor.Get(path);
        card.Text.ShouldContain("Данные изменились после определения риска");
        card.Text.ShouldContain("внесено вручную");
        var determined = await visitor.Press(card, "Определить риск заново");
        determined.Location.ShouldBe(path);
        card = await visitor.Get(path);
        card.Text.ShouldNotContain("Данные изменились");
        card.Text.ShouldContain("Прежние уровни");

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var row = card.Document.QuerySelectorAll("button").First(button => button.GetAttribute("aria-label") == "Отозвать: Сирота или без попечения родителей");
        row.TextContent.Trim().ShouldBe("Отозвать…");
        var withdraw = await visitor.Post(path + "/facts/withdraw?handler=Choose", [new("Code", "3"), Token(card)]);
        withdraw.Text.ShouldContain("нет — прежнее значение");
        (await visitor.Press(withdraw, "Отозвать сведение", ("Reason", "справка чужая"))).Location.ShouldBe(path);
        (await visitor.Get(path)).Text.ShouldContain("Отозвано ошибочное сведение. Сирота или без попечения родителей: да → нет. Причина: справка чужая.");
    }

    [Theory, BothDatabases]
    public async Task Consents_are_signed_and_withdrawn_and_health_is_never_shown_at_once(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Викторова");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        var page = await visitor.Get(path + "/consents");
        page.Text.ShouldContain("подписано 01.11.2026");
        (await visitor.Press(page, "Записать согласие", ("SignedOn", "31.02.2026"))).Text.ShouldContain("Не поняли дату");
        (await visitor.Press(page, "Записать согласие", ("SignedOn", "2026-11-02"))).Location.ShouldBe(path);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var health = await visitor.Post(path + "/consents?handler=Withdraw", [new("Purpose", "Health"), new("WithdrawnOn", "20.11.2026"), new("Reason", "заявление от 20.11"), Token(page)]);

        health.Location.ShouldBe(path);
        var card = await visitor.Get(path);
        card.Text.ShouldContain("отозвано 20.11.2026");
        card.Text.ShouldNotContain("Инвалидность");
        var shown = await visitor.Press(card, "Показать скрытое");
        shown.Document.QuerySelectorAll("tr.soft-high").ShouldNotContain(row => row.TextContent.Contains("Инвалидность", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Naming_a_recipient_signs_nothing_and_tells_of_a_colleague_who_was_quicker(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Викторова");
        foreach (var code in new[] { "czn-1", "czn-2" })
        {
            await site.AddOrganization(OrganizationKind.EmploymentCentre, code);
            await using var scope = site.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
            await scope.ServiceProvider.GetRequiredService<AddAgreement>().Add(new NewAgreement(code, MadeAgreement.Terms()), TestContext.Current.CancellationToken);
        }

        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        var page = await visitor.Get(path + "/consents");
        var centre = page.Document.QuerySelector("select[name=RecipientId] option:not([value=''])")!.GetAttribute("value")!;
        var empty = await visitor.Press(page, "Указать получателя");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("Выберите центр занятости, который назван в согласии");
        empty.Document.QuerySelectorAll("details[open]").ShouldBeEmpty("nobody asked for a withdrawal");
        (await visitor.Post(path + "/consents?handler=Withdraw", [new("Purpose", "Transfer"), new("WithdrawnOn", "20.11.2026"), new("Reason", "заявление от 20.11"), Token(page)])).Location.ShouldBe(path);

        var late = await visitor.Press(page, "Указать получателя", ("RecipientId", centre));

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("Согласие изменилось, пока вы смотрели");
        (await visitor.Get(path)).Text.ShouldContain("отозвано 20.11.2026");
    }

    [Theory, BothDatabases]
    public async Task Somebody_new_is_added_with_the_warning_and_a_second_study_to_a_known_one(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Борисов");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);

        (await visitor.Get("/o/zpk/students")).Document.QuerySelector("a[href='/o/zpk/students/add']").ShouldNotBeNull();
        var form = await visitor.Get("/o/zpk/students/add");
        var warned = await visitor.Press(
            form, "Добавить человека", ("Input.LastName", "Борисов"), ("Input.FirstName", "Илья"), ("Input.MiddleName", "Олегович"), ("Input.BirthDate", "02.02.2007"),
            ("Study.ProgrammeCode", "09.02.07"), ("Study.GraduationYear", "2027"));
        warned.Text.ShouldContain("В реестре есть похожий человек");
        warned.Document.QuerySelector($"a[href='{path}']").ShouldNotBeNull();
        var added = await visitor.Press(warned, "Добавить человека", ("KnowsLookAlikes", "true"));
        added.Status.ShouldBe(HttpStatusCode.Found, added.Text);
        (await visitor.Get(added.Location!)).Text.ShouldContain("Добавлен вручную");

        var second = await visitor.Press(
            await visitor.Get(path + "/studies/add"), "Добавить обучение", ("Input.ProgrammeCode", "38.02.01"), ("Input.GraduationYear", "2030"), ("Reason", "вторая программа"));
        (await visitor.Get(second.Location!)).Text.ShouldContain("09.02.07");
        var study = await visitor.Press(await visitor.Get(second.Location! + "/study"), "Записать изменения", ("Input.ExternalId", "1"), ("Reason", "номер дела"));
        study.Text.ShouldContain("Такой идентификатор уже есть");
    }

    [Theory, BothDatabases]
    public async Task Forms_without_their_token_are_refused_and_foreign_cards_do_not_exist(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var (college, path) = await Register(site, "Борисов");
        var foreign = await site.AddOrganization(OrganizationKind.College, "other");
        using var visitor = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var foreigner = await site.SignIn(Role.CareerCentreSpecialist, foreign);
        var token = Token(await foreigner.Get("/o/other/students/add"));

        foreach (var form in new[] { "/person", "/study", "/studies/add", "/facts/add", "/facts/add?handler=Choose", "/facts/withdraw?handler=Choose", "/consents?handler=Sign", "/consents?handler=Name", "/limits", "?handler=Assess" })
        {
            (await visitor.Post(path + form, [new("Reason", "без ключа формы")])).Status.ShouldBe(HttpStatusCode.BadRequest, form);
            (await foreigner.Post(path.Replace("/zpk/", "/other/", StringComparison.Ordinal) + form, [token, new("Code", "3"), new("Fact", "3"), new("Purpose", "Risk")]))
                .Status.ShouldBe(HttpStatusCode.NotFound, form);
        }

        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
        (await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Evidence.CountAsync(row => row.ImportId == null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static KeyValuePair<string, string> Token(Answer page) =>
        new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task<(Organization College, string Path)> Register(TestSite site, string surname)
    {
        var college = await site.AddOrganization(OrganizationKind.College, "zpk");
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(college.Id, college.RegionCode);
        await SmallRegister.Load(scope.ServiceProvider, SmallRegister.Six);
        await SmallRegister.Assess(scope.ServiceProvider);
        var id = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Enrolments
            .Where(row => row.SortName.StartsWith(surname.ToUpperInvariant() + " ")).Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        return (college, $"/o/zpk/students/{id}");
    }
}
