using System.Net;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Tests.TestDatabases;
using Marshrut.Tests.TestSites;
using Marshrut.Web.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Web.Jobs;

public class JobPageTests
{
    private const string Work = "drop-old-job-runs";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task An_administrator_sees_what_waits_and_stops_it(DatabaseProvider provider)
    {
        await using var site = await TestSite.Open(provider);
        using var administrator = await site.SignIn(Role.Administrator);
        (await administrator.Get("/admin/jobs")).Text.ShouldContain("Работ ещё не было");

        var id = await site.Run<EnqueueJob, long>(enqueue => enqueue.Enqueue(Work, new { }, Cancel));
        var page = await administrator.Get("/admin/jobs?unfinished=true");
        page.Text.ShouldContain("Уборка списка работ");
        page.Text.ShouldContain("ждёт очереди");
        page.Text.ShouldContain("Командная строка");
        page.Document.QuerySelector("[hx-get]").ShouldNotBeNull("rows that still move are watched");

        var after = await administrator.Open((await administrator.Press(page, "Остановить")).Location!);

        after.Text.ShouldContain("Работа останавливается.");
        after.Text.ShouldContain("Сейчас ничего не идёт");
        (await site.Services.GetRequiredService<JobStore>().Find(id, Cancel))!.State.ShouldBe(JobState.Stopped);
        var all = await administrator.Get("/admin/jobs");
        all.Text.ShouldContain("остановлена");
        all.Document.QuerySelector("[hx-get]").ShouldBeNull("nothing moves any more");
    }

    [Fact]
    public async Task The_rows_alone_answer_the_page_that_watches_them()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        using var administrator = await site.SignIn(Role.Administrator);
        await site.Run<EnqueueJob, long>(enqueue => enqueue.Enqueue(Work, new { }, Cancel));
        var watched = (await administrator.Get("/admin/jobs")).Document.QuerySelector("[hx-get]")!.GetAttribute("hx-get")!;

        var rows = await administrator.Get(watched);

        rows.Status.ShouldBe(HttpStatusCode.OK);
        rows.Document.QuerySelector("main").ShouldBeNull();
        rows.Document.QuerySelector("table").ShouldNotBeNull();
        rows.Document.QuerySelector("form").ShouldNotBeNull("stopping works from renewed rows too");
    }

    [Fact]
    public async Task The_list_is_the_administrators_alone()
    {
        await using var site = await TestSite.Open(DatabaseProvider.Sqlite);
        await site.AddOrganization(OrganizationKind.College, "zpk");
        var college = await site.AddOrganization(OrganizationKind.College, "zpk-2");
        using var head = await site.SignIn(Role.CareerCentreHead, college);

        (await head.Get("/admin/jobs")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(JobState.Queued, 0, 0, 0, "Ждёт очереди", "")]
    [InlineData(JobState.Running, 0, 0, 5, "Начинаем", "идёт запись строк")]
    [InlineData(JobState.Running, 202, 310, 10, "Сделано 202 из 310", "Осталось около 5\u00a0секунд · идёт запись строк")]
    [InlineData(JobState.Running, 1, 2, 1, "Сделано 1 из 2", "Осталось около секунды · идёт запись строк")]
    [InlineData(JobState.Running, 1, 11, 60, "Сделано 1 из 11", "Осталось около 10\u00a0минут · идёт запись строк")]
    public void Progress_is_told_in_words(JobState state, long done, long total, int seconds, string title, string foot)
    {
        var begun = FixedClock.Beginning.UtcDateTime;
        var run = new JobRun
        {
            Id = 1,
            Kind = Work,
            Key = Work,
            Arguments = "{}",
            RequestedBy = "user:1",
            State = state,
            Done = done,
            Total = total,
            Phase = state == JobState.Running ? "запись строк" : "",
            CreatedAt = begun,
            StartedAt = begun,
        };

        var view = new JobProgressView(new JobRow(run, "Запись"), begun.AddSeconds(seconds));

        view.Title.ShouldBe(title);
        view.Foot.ShouldBe(foot);
    }
}
