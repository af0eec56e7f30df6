using System.Net;
using System.Net.Sockets;
using System.Text;
using Marshrut.Core;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Notifications;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Jobs;
using Marshrut.Core.Register.Editing;
using Marshrut.Rules.Cases;
using Marshrut.Tests.Core.Cases;
using Marshrut.Tests.Core.Transfers;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Marshrut.Tests.Core.Transfers.HandoverBench;

namespace Marshrut.Tests.Core.Notifications;

/// <summary>The present day is 23 November 2026, a Monday.</summary>
public class NoticeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task A_transfer_of_many_is_one_notice_and_answers_come_back_with_counts(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var (sender, first, second) = (await Staff(bench, Role.CareerCentreSpecialist, "ck"), await Staff(bench, Role.EmploymentHead, "head"), await Staff(bench, Role.EmploymentSpecialist, "czn"));
        await Staff(bench, Role.SchoolCoordinator, "nobody", bench.College, ignoreRefusal: true);
        var people = await bench.Confirmed([.. Enumerable.Range(1, 12).Select(number => Line(number, "Ольхова" + (char)('а' + number)))]);
        await bench.Send(people);

        (await Words(bench, first)).ShouldBe([$"Новая передача: 12 человек. {bench.College.Name}. Ответить до 30.11.2026"]);
        (await Words(bench, second)).Count.ShouldBe(1);
        (await Words(bench, sender)).ShouldBeEmpty("the other side has done nothing yet");
        var items = (await bench.Items()).ConvertAll(item => item.Id);
        await bench.Accept([.. items[..4]], second);
        await bench.Accept([.. items[4..6]]);
        await bench.Return([.. items[6..7]]);
        await bench.Revoke([items[7]]);

        (await Words(bench, sender)).ShouldBe([$"Возвращены с причиной: 1 человек. {bench.Centre.Name}", $"Приняты на сопровождение: 6 человек. {bench.Centre.Name}"]);
        (await Words(bench, second)).ShouldBe([$"Отозваны из передачи: 1 человек. {bench.College.Name}", "Вы куратор: 4 человека", $"Новая передача: 12 человек. {bench.College.Name}. Ответить до 30.11.2026"]);
        (await bench.Use<MarshrutDb, List<string>>(bench.Centre, db => db.Notices.Select(row => row.Kind.ToString()).ToListAsync(Cancel))).Count.ShouldBe(7);
    }

    [Theory, BothDatabases]
    public async Task Questions_ends_withdrawals_and_returned_facts_are_told_without_names(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"), Line(2, "Ольхова", place: "нет"));
        var sender = await Staff(people.Bench, Role.CareerCentreSpecialist, "ck");
        await people.Use<CloseCase, bool>(async close => await close.Close(
            new CaseClosing(people.Id, CaseOutcome.Moved, AcceptedPeople.Today, null, null, null, await people.Read(db => db.Cases.Where(row => row.Id == people.Id).Select(row => row.Version).SingleAsync(Cancel))), Cancel));
        await people.Use<MakePlan, bool>(make => make.Make(new NewPlan(people.Cases[1], ["workplace"], null, null), Cancel));
        var step = (await people.Show(people.Cases[1])).Plan!.Steps.Last();
        await people.Use<MarkStep, bool>(mark => mark.Mark(new StepMark(people.Cases[1], step.Id, StepState.Done, null, null, 0), Cancel));
        await people.Exchange();
        (await Words(people.Bench, sender)).ShouldBe(
        [
            "Центр занятости сообщил о сделанном: 1 человек. Уровень определён заново, проверьте предложения", $"Сопровождение завершено: 1 человек. {people.Bench.Centre.Name}",
        ]);

        var study = await people.Bench.Use<MarshrutDb, long>(people.Bench.College, db => db.Enrolments.Where(row => row.SortName.StartsWith("ОЛЬХОВА")).Select(row => row.Id).SingleAsync(Cancel));
        await people.Bench.Use<WithdrawConsent, CardAnswer?>(
            people.Bench.College, withdraw => withdraw.Withdraw(new ConsentWithdrawal(study, ConsentPurpose.Transfer, AcceptedPeople.Today, "заявление"), Cancel));

        var curator = await Words(people.Bench, people.Curator);
        curator[0].ShouldBe("Человек отозвал согласие на передачу: сопровождение остановлено, его сведения удалены");
        curator.Concat(await Words(people.Bench, sender)).ShouldAllBe(words => !words.Contains("Ольхова", StringComparison.Ordinal) && !words.Contains("Липова", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Terms_are_told_once_a_day_to_both_sides_and_visits_to_their_curator(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var people = await AcceptedPeople.Of(database, Line(1, "Липова"));
        var bench = people.Bench;
        var sender = await Staff(bench, Role.CareerCentreSpecialist, "ck");
        await bench.Send(await bench.Confirmed(Line(2, "Ольхова")));
        await people.Visit(new DateOnly(2026, 12, 1), "10:00");
        database.Clock.Advance(TimeSpan.FromDays(4));
        await Read(bench, people.Curator);
        await Run(database, "tell-terms");
        await Run(database, "tell-terms");
        (await Words(bench, people.Curator, unread: true)).ShouldBe(["Срок ответа на передачу истекает 30.11.2026: 1 человек"]);
        (await Words(bench, sender)).ShouldBeEmpty();

        database.Clock.Advance(TimeSpan.FromDays(4));
        await Run(database, "tell-terms");
        await Run(database, "tell-visits");
        await Run(database, "tell-visits");
        (await Words(bench, sender)).ShouldBe(["Центр занятости не ответил в срок: 1 человек"]);
        (await Words(bench, people.Curator, unread: true)).ShouldBe(["Сегодня к вам придут: 1 человек", "Срок ответа на передачу прошёл: 1 человек", "Срок ответа на передачу истекает 30.11.2026: 1 человек"]);
    }

    [Theory, BothDatabases]
    public async Task A_notice_is_its_users_alone_and_goes_with_the_role(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var (head, other) = (await Staff(bench, Role.EmploymentHead, "head"), await Staff(bench, Role.CareerCentreHead, "ck-head"));
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        var id = await bench.Use<MarshrutDb, long>(bench.Centre, db => db.Notices.Select(row => row.Id).SingleAsync(Cancel));

        (await bench.Use<ReadNotices, string?>(bench.College, read => read.Read(other, id, Cancel))).ShouldBeNull();
        (await bench.Use<CountNotices, int>(bench.Centre, count => count.Count(head, Cancel))).ShouldBe(1);
        (await bench.Use<ReadNotices, string?>(bench.Centre, read => read.Read(head, id, Cancel))).ShouldBe($"/o/{bench.Centre.Code}/queue");
        (await bench.Use<CountNotices, int>(bench.Centre, count => count.Count(head, Cancel))).ShouldBe(0);
        await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Memberships.Where(row => row.UserId == head).ExecuteDeleteAsync(Cancel));
        (await Words(bench, head)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task The_bell_counts_what_the_list_shows(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var head = await Staff(bench, Role.EmploymentHead, "head");
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        (await bench.Use<CountNotices, int>(bench.Centre, count => count.Count(head, Cancel))).ShouldBe(1);

        await bench.Use<MarshrutDb, int>(bench.Centre, db => db.Memberships.Where(row => row.UserId == head).ExecuteDeleteAsync(Cancel));

        (await bench.Use<CountNotices, int>(bench.Centre, count => count.Count(head, Cancel))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Letters_are_written_as_each_wants_once_and_lie_in_the_folder(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var (daily, now, never) = (await Staff(bench, Role.EmploymentHead, "daily"), await Staff(bench, Role.EmploymentSpecialist, "now"), await Staff(bench, Role.EmploymentSpecialist, "never"));
        await Mail(bench, daily, "daily@example.org", MailWay.Daily);
        await Mail(bench, now, "now@example.org", MailWay.AtOnce);
        await Mail(bench, never, "never@example.org", MailWay.None);
        (await Should.ThrowAsync<RuleViolation>(() => Mail(bench, now, "не почта", MailWay.AtOnce))).Code.ShouldBe("email-unusable");
        var people = await bench.Confirmed([.. Enumerable.Range(1, 3).Select(number => Line(number, "Ольхова" + (char)('а' + number)))]);
        await bench.Send([people[0]]);
        await Run(database, "send-letters");
        Directory.GetFiles(Path.Combine(database.Settings.StoragePath, "mail"), "*.eml").Length.ShouldBe(1, "it is too early for the letter of the day");
        database.Clock.Advance(TimeSpan.FromHours(2));
        await Run(database, "send-letters");
        await bench.Send([people[1]]);
        await Run(database, "send-letters");

        var folder = Path.Combine(database.Settings.StoragePath, "mail");
        var letters = Directory.GetFiles(folder, "*.eml").Select(path => MimeKit.MimeMessage.Load(path, Cancel)).ToList();
        letters.Select(letter => letter.To.Mailboxes.Single().Address).Order().ToList().ShouldBe(["daily@example.org", "now@example.org", "now@example.org"], "the daily one has had his letter of today");
        letters.ShouldAllBe(letter => letter.TextBody!.Replace(Marshrut.Rules.Language.Russian.Nbsp, ' ').Contains("Новая передача: 1 человек", StringComparison.Ordinal) && !letter.ToString().Contains("Ольхова", StringComparison.Ordinal));
        letters.Select(letter => letter.MessageId).ShouldBeUnique();
        database.Clock.Advance(TimeSpan.FromDays(1));
        await Run(database, "send-letters");
        Directory.GetFiles(folder, "*.eml").Length.ShouldBe(4);
    }

    [Theory, BothDatabases]
    public async Task A_server_that_refuses_is_tried_again_later_and_later_then_given_up_and_found_by_check(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.Create(provider);
        var bench = await Create(database);
        var user = await Staff(bench, Role.EmploymentHead, "head");
        await Mail(bench, user, "head@example.org", MailWay.AtOnce);
        await bench.Send(await bench.Confirmed(Line(1, "Ольхова")));
        using var server = new RefusingServer();
        await using var program = Program(database, new MailSettings("127.0.0.1", server.Port, null, null, MailSecurity.None, "m@example.org", new Uri("https://marshrut.example.org")));
        for (var attempt = 1; attempt <= LetterPauses.Most; attempt++)
        {
            await Send(program);
            (await Letter(bench)).Attempts.ShouldBe(attempt);
            await Send(program);
            (await Letter(bench)).Attempts.ShouldBe(attempt, "its pause is not over");
            database.Clock.Advance(LetterPauses.After(attempt));
        }

        (await Letter(bench)).State.ShouldBe(LetterState.GivenUp);
        server.Asked.ShouldBe(LetterPauses.Most);
        await using var scope = program.CreateAsyncScope();
        var finding = await scope.ServiceProvider.GetServices<IInstallationCheck>().OfType<CheckLetters>().Single().Look(Cancel);
        (finding.Code, finding.Level).ShouldBe(("mail-given-up", FindingLevel.Attention));
    }

    private static async Task<long> Staff(HandoverBench bench, Role role, string login, Marshrut.Core.Organizations.Organization? place = null, bool ignoreRefusal = false)
    {
        try
        {
            var at = place ?? (role is Role.EmploymentHead or Role.EmploymentSpecialist ? bench.Centre : bench.College);
            return (await bench.Use<AddUser, AddedUser>(at, add => add.Add(new NewUser(login, role, at.Code, FullName: "Проверкина Анна"), Cancel))).Id;
        }
        catch (RuleViolation) when (ignoreRefusal)
        {
            return 0;
        }
    }

    private static Task Mail(HandoverBench bench, long user, string email, MailWay way) => bench.Use<ChangeMail, bool>(bench.Centre, async change =>
    {
        await change.Change(user, email, way, Cancel);
        return true;
    });

    private static async Task<IReadOnlyList<string>> Words(HandoverBench bench, long user, bool unread = false) =>
        [.. (await bench.Use<ListNotices, NoticePage>(bench.Centre, list => list.List(user, null, Cancel))).Lines.Where(line => !unread || !line.IsRead).Select(line => line.Words.Replace(Marshrut.Rules.Language.Russian.Nbsp, ' '))];

    private static Task<string?> Read(HandoverBench bench, long user) => bench.Use<ReadNotices, string?>(bench.Centre, read => read.Read(user, null, Cancel));

    private static Task<Letter> Letter(HandoverBench bench) => bench.Use<MarshrutDb, Letter>(bench.Centre, db => db.Letters.AsNoTracking().SingleAsync(Cancel));

    private static async Task Run(TestDatabase database, string kind)
    {
        await using var scope = database.EnterInstallation("system:schedule");
        (await scope.ServiceProvider.GetRequiredService<RunJobNow>().Run(kind, new { }, null, Cancel)).State.ShouldBe(JobState.Done);
    }

    private static ServiceProvider Program(TestDatabase database, MailSettings mail)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(database.Clock);
        services.AddMarshrutCore(database.Settings with { Mail = mail });
        return services.BuildServiceProvider();
    }

    private static async Task Send(ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IBackgroundWork>().OfType<SendLetters>().Single().Run(new JobContext(JobRunOf(), null), Cancel);
    }

    private static JobRun JobRunOf() => new()
    {
        Id = 1,
        Kind = "send-letters",
        Key = "send-letters",
        OrganizationId = null,
        RegionCode = null,
        MayHandleRestricted = false,
        Arguments = "{}",
        RequestedBy = "system:schedule",
        Foreground = true,
        State = JobState.Running,
        CreatedAt = DateTime.UnixEpoch,
    };

    /// <summary>A mail server that takes nobody in.</summary>
    private sealed class RefusingServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int asked;

        public RefusingServer()
        {
            listener.Start();
            _ = Serve();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Asked => asked;

        public void Dispose() => listener.Dispose();

        private async Task Serve()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(Cancel);
                    Interlocked.Increment(ref asked);
                    await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("554 no service\r\n"), Cancel);
                }
            }
            catch (Exception problem) when (problem is ObjectDisposedException or OperationCanceledException or SocketException)
            {
            }
        }
    }
}
