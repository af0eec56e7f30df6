using Marshrut.Core.Installation;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure;
using Marshrut.Web.Infrastructure.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Installation;

/// <param name="Count">How many.</param>
/// <param name="Words">What they are, in words that go with the count.</param>
/// <param name="Why">What comes of it if nothing is done.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Action">The button.</param>
public sealed record AttentionTask(int Count, string Words, string Why, string Href, string Action);

/// <summary>The administrator's morning: what the installation has, and what waits.</summary>
public sealed class IndexModel(CountAttention count, AuthSettings settings, Moments moments) : PageModel
{
    public AttentionFigures Figures { get; private set; } = null!;

    public IReadOnlyList<AttentionTask> Tasks { get; private set; } = [];

    public string Title => $"Сегодня, {Russian.DateInWords(moments.Today, moments.Today)}";

    public async Task OnGet(CancellationToken cancel)
    {
        Figures = await count.Count(cancel);
        Tasks =
        [
            .. new[]
            {
                new AttentionTask(Figures.FailedJobs, "Не вышли работы за неделю", "Загрузки или определение риска остановились: посмотрите почему", "/admin/jobs", "Показать работы"),
                new AttentionTask(Figures.Locked, "Закрыт вход после неверных паролей", "Откроется сам через четверть часа; если это не сотрудник — закройте вход", "/admin/users?state=Locked", "Показать пользователей"),
                new AttentionTask(Figures.WithoutStaff, "В организациях никого нет", "Их реестр никто не загрузит: выдайте роль сотруднику", "/admin/organizations?staff=none", "Показать организации"),
                new AttentionTask(Figures.DistrictsUnserved, "Районы без центра занятости", "Студенту из такого района не предложить центр занятости", "/admin/districts", "Распределить районы"),
                new AttentionTask(Figures.OneTimePasswords, "Не сменили одноразовый пароль", "Напомните войти или выдайте новый пароль", "/admin/users?state=OneTime", "Показать пользователей"),
                new AttentionTask(
                    settings.RequireTotp ? Figures.WithoutSecondStep : 0, "Ещё не подключили второй шаг входа", "Программа попросит об этом при следующем входе", "/admin/users?state=NoStep", "Показать пользователей"),
            }.Where(task => task.Count > 0),
        ];
    }
}
