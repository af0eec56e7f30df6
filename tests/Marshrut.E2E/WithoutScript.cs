using System.Text;
using System.Text.RegularExpressions;
using Marshrut.Core.Platform.Data;
using Microsoft.Playwright;

namespace Marshrut.E2E;

/// <summary>With script off everything is plain forms and pages.</summary>
public class WithoutScript(Sites sites)
{
    private const string College = "/o/bak";

    [Fact]
    public async Task A_specialist_narrows_the_list_imports_and_determines_risk()
    {
        await using var visit = await sites.Open(DatabaseProvider.Sqlite, "ck-bak", script: false);
        await NarrowTheList(visit);
        await Import(visit);

        await visit.Follow("Определение риска");
        await visit.Unfold("Определить риск");
        await visit.Press("Определить у всех");
        await visit.Page.WaitForURLAsync(new Regex(@"/risk(\?.*)?$"), new() { Timeout = 60_000 });
        await visit.Rows("Люди и уровни").First.Locator(".row-check").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Подтвердить уровень") }).ClickAsync();
        await visit.ShouldSay("Подтверждён 1 уровень.");
    }

    private static async Task NarrowTheList(Visit visit)
    {
        await visit.Follow("Студенты");
        await visit.Page.GetByLabel("Уровень").First.SelectOptionAsync(new SelectOptionValue { Value = "high" });
        await visit.Press("Найти");
        await visit.Page.WaitForURLAsync("**level=high**");
        await Assertions.Expect(visit.Rows("Студенты").Filter(new LocatorFilterOptions { HasText = "Невысокий" })).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Rows("Студенты")).Not.ToHaveCountAsync(0);
    }

    private static async Task Import(Visit visit)
    {
        await visit.Follow("Импорт");
        await visit.Page.GetByLabel("Файл реестра").SetInputFilesAsync(new FilePayload
        {
            Name = "реестр.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("Фамилия;Имя;Дата рождения;Код направления;Год выпуска\nЗаозёрная;Вера;14.05.2006;35.02.07;2027\n"),
        });
        await visit.Press("Проверить файл");
        await visit.ShouldBeHeaded("Что изменится в реестре");
        await visit.Press("Загрузить 1");
        await visit.Page.WaitForURLAsync("**" + College + "/import/*/summary");
    }
}
