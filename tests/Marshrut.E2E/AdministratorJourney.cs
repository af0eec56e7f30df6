using Marshrut.Core.Platform.Data;
using Marshrut.Tests.TestDatabases;
using Microsoft.Playwright;

namespace Marshrut.E2E;

public class AdministratorJourney(Sites sites)
{
    [Theory, BothDatabases]
    public async Task An_added_user_signs_in_once_with_the_shown_password_and_makes_an_own_one(DatabaseProvider database)
    {
        await using var visit = await sites.Open(database, "admin");
        await AddOrganization(visit);
        var password = await AddUser(visit);

        await using (var newcomer = await sites.Open(database))
        {
            await newcomer.SignIn("n.yasnova", password);
            await newcomer.ShouldBeHeaded("Придумайте пароль");
            await newcomer.ShouldBeAccessible();
            await newcomer.Page.GotoAsync("/o/pervyi");
            await newcomer.ShouldBeHeaded("Придумайте пароль");
            await newcomer.Field("Одноразовый пароль").FillAsync(password);
            await newcomer.Field("Новый пароль").FillAsync("Тихая река и мост 7");
            await newcomer.Field("Новый пароль ещё раз").FillAsync("Тихая река и мост 7");
            await newcomer.Press("Сменить пароль");
            await newcomer.Page.WaitForURLAsync("**/o/pervyi");
            await newcomer.ShouldSay("Реестр ещё пуст");
        }

        await visit.Follow("Журнал");
        await visit.ShouldSay("n.yasnova");
        await visit.Press("Проверить журнал");
        await visit.ShouldSay("Журнал цел.");
    }

    private static async Task AddOrganization(Visit visit)
    {
        await visit.Follow("Организации");
        await visit.Follow("Добавить организацию");
        await visit.Field("Вид").SelectOptionAsync(new SelectOptionValue { Value = "College" });
        await visit.Field("Название").FillAsync("Первый колледж");
        await visit.Page.GetByLabel("Код").FillAsync("pervyi");
        await visit.Field("Регион").SelectOptionAsync(new SelectOptionValue { Value = "00" });
        await visit.Press("Добавить организацию");
        await visit.ShouldSay("Организация добавлена.");
    }

    private static async Task<string> AddUser(Visit visit)
    {
        await visit.Follow("Добавить сотрудника");
        await visit.Field("Фамилия, имя, отчество").FillAsync("Яснова Нина Петровна");
        await visit.Field("Логин").FillAsync("n.yasnova");
        await visit.Field("Роль").SelectOptionAsync(new SelectOptionValue { Value = "CareerCentreSpecialist" });
        (await visit.Page.GetByLabel("Код организации").InputValueAsync()).ShouldBe("pervyi");
        await visit.Press("Добавить пользователя");
        await visit.ShouldBeHeaded("Пользователь добавлен");
        await visit.ShouldBeAccessible();
        return (await visit.Page.Locator("#one-time-password").TextContentAsync())!.Trim();
    }
}
