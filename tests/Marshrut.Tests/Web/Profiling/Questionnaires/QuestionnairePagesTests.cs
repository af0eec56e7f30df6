using System.Globalization;
using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Tests.Web.Profiling.Questionnaires;

/// <summary>The builder without script: each press is a form.</summary>
public class QuestionnairePagesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_questionnaire_is_written_tried_on_a_phone_and_published(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        var college = await site.AddOrganization(OrganizationKind.College, "college");
        var other = await site.AddOrganization(OrganizationKind.College, "other");
        using var specialist = await site.SignIn(Role.CareerCentreSpecialist, college);
        using var stranger = await site.SignIn(Role.CareerCentreHead, other);

        var list = await specialist.Get("/o/college/questionnaires");
        list.Text.ShouldContain("Своих анкет пока нет");
        var edit = (await specialist.Press(list, "Новая анкета")).Location.ShouldNotBeNull();
        var page = await specialist.Get(edit);
        page.Text.ShouldContain("Назовите анкету.");
        page = await specialist.Open((await specialist.Press(page, "Сохранить анкету", ("Title", "Осень  первокурсника"), ("Stages", "FirstCourse"))).Location!);
        page.Text.ShouldContain("Осень первокурсника");
        page.Text.ShouldContain("Всё на");

        // A new question: the kind changes its fields, an empty one is refused with everything kept.
        var question = await specialist.Get(edit + "/questions/new?section=0");
        question = await specialist.Press(question, "Показать поля этого вида", ("Input.Text", "Готовы к собеседованию?"), ("Input.Kind", "Scale"));
        question.Text.ShouldContain("Сколько оценок");
        question = await specialist.Press(question, "Показать поля этого вида", ("Input.Kind", "One"));
        question.Document.QuerySelectorAll("input[name$='.Text']").Length.ShouldBe(3);
        var refused = await specialist.Press(question, "Добавить вопрос", ("Input.Options[0].Text", "Да"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Нужны хотя бы два ответа.");
        refused.Document.QuerySelector("textarea[name='Input.Text']")!.TextContent.ShouldContain("Готовы к собеседованию?");
        refused.Document.QuerySelector("input[name='Input.Options[0].Text']")!.GetAttribute("value").ShouldBe("Да");
        var added = await specialist.Press(refused, "Добавить вопрос",
            ("Input.Options[1].Text", "Нет"), ("Input.Options[1].Request", "interview"), ("Input.Options[0].Feed", "no-job-search-preparation=yes"), ("Input.FactMonths", "6"));
        page = await specialist.Open(added.Location.ShouldNotBeNull());
        page.Text.ShouldContain("Вопрос добавлен.");
        page.Text.ShouldContain("сведение «Резюме или занятия по поиску работы»");

        // A question that hangs on it.
        var hanging = await specialist.Press(await specialist.Get(edit + "/questions/new?section=0"), "Показать поля этого вида", ("Input.Text", "Чего не хватает?"), ("Input.Kind", "Text"), ("Input.WhenQuestion", "q2"));
        page = await specialist.Open((await specialist.Press(hanging, "Добавить вопрос", ("Input.WhenOptions", "a2"))).Location!);
        page.Text.ShouldContain("если «Готовы к собеседованию?»: «Нет»");

        // The old page in another window is told.
        var old = await specialist.Get(edit);
        page = await specialist.Open((await specialist.Press(page, "Ещё раздел")).Location!);
        var late = await specialist.Press(old, "Ещё раздел");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("её изменили в другом окне");

        var preview = await specialist.Get($"/o/college/questionnaires/preview/{Code(edit)}?draft=true");
        preview.Text.ShouldContain("Отвечайте, если на вопрос «Готовы к собеседованию?» вы выбрали «Нет»");
        preview = await specialist.Press(preview, "Отправить (это проба)", ("A[q1]", "first-job"));
        preview.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        preview = await specialist.Press(preview, "Отправить (это проба)", ("A[q1]", "first-job"), ("A[q2]", "a1"));
        preview.Text.ShouldContain("на 6 месяцев");
        preview.Text.ShouldContain("Запрос: Найти первую работу");

        page = await specialist.Open((await specialist.Press(page, "Опубликовать версию 1")).Location!);
        page.Text.ShouldContain("Версия 1 опубликована");
        (await specialist.Get($"/o/college/questionnaires/preview/{Code(edit)}")).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Read(college, db => db.PublishedQuestionnaires.CountAsync(Cancel))).ShouldBe(1);

        foreach (var foreign in new[] { edit, edit + "/questions/q1", $"/o/college/questionnaires/preview/{Code(edit)}" })
        {
            (await stranger.Get(foreign)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get("/o/other" + foreign["/o/college".Length..])).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await specialist.Get(edit + "/questions/q99")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await specialist.Get("/o/college/questionnaires/preview/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        page = await specialist.Open((await specialist.Press(page, "Больше не предлагать")).Location!);
        page.Text.ShouldContain("больше не предлагается");
    }

    private static string Code(string edit) => string.Create(CultureInfo.InvariantCulture, $"own-{edit.Split('/')[^1]}");
}
