using System.Diagnostics;
using System.Globalization;
using System.Text;
using Marshrut.Bench.Jobs;
using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Cases;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Bench.Handover;

/// <summary>
/// A thousand people handed over at once, from the choice to the case, beside <c>--people</c> others (a hundred thousand); and what the nets of tenancy cost a
/// list: the same rows asked for with the filters of the program and by a condition written by hand.
/// </summary>
internal static class TransferBenchmark
{
    private const int Handed = 1_000;
    private const double SecondsLimit = 2;
    private const double ScopeLimit = 1.2;
    private const int Times = 200;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    public static async Task<int> Run(string[] args)
    {
        var people = args is ["--people", var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        var report = new Report();
        await BenchDatabase.OnEach(database => Measure(report, database, people));
        return report.AllMet ? 0 : 1;
    }

    private static async Task Measure(Report report, BenchDatabase database, int people)
    {
        Report.Title($"{database.Title}, beside {people} people");
        var environment = database.Environment;
        await ProgramRun.Of("migrate", environment);
        await ProgramRun.Of($"bench-data --people {people}", environment);
        await ProgramRun.Of("org add --kind college --code bench --name Колледж --region 00", environment);
        await ProgramRun.Of("org add --kind employment-centre --code bench-czn --name Центр --region 00", environment);
        await ProgramRun.Of("user add --login bench --role CareerCentreSpecialist --org bench", environment);
        await ProgramRun.Of("user add --login bench-czn --role EmploymentSpecialist --org bench-czn", environment);
        await using var program = database.Program();
        await Agree(program);
        var file = Path.GetTempFileName() + ".csv";
        try
        {
            await File.WriteAllTextAsync(file, Register(), Encoding.UTF8);
            await ProgramRun.Of($"import students \"{file}\" --org bench", environment, 0, 1);
        }
        finally
        {
            File.Delete(file);
        }

        await ProgramRun.Of("assess", environment);
        await HandOver(report, program);
        await Scoped(report, program);
    }

    /// <summary>People with everything that a transfer needs; an orphan's level is high.</summary>
    private static string Register()
    {
        var signed = Today.AddDays(-10).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var year = Today.Year + 1;
        var lines = Enumerable.Range(0, Handed).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"{number};Ольхова{Letters(number)};Вера;01.05.2004;09.02.07;{year};+7900{number:0000000};{signed};да"));
        return string.Join('\n', lines.Prepend("Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Телефон;Согласие на передачу в ЦЗН;Сирота или без попечения родителей"));
    }

    private static string Letters(int number) => string.Create(3, number, static (text, value) =>
    {
        for (var i = 2; i >= 0; i--, value /= 10)
        {
            text[i] = (char)('а' + value % 10);
        }
    });

    private static async Task Agree(ServiceProvider program)
    {
        await using var scope = await Enter(program, "bench");
        var today = Today;
        var person = new ResponsiblePerson("Зуев Андрей Николаевич", null, "+7 900 000-01-10", null);
        await scope.ServiceProvider.GetRequiredService<AddAgreement>().Add(
            new NewAgreement("bench-czn", new AgreementTerms("1", today.AddDays(-30), today.AddDays(-30), today.AddYears(1), AgreementTerms.DefaultAcceptanceDays, person, person)), CancellationToken.None);
    }

    private static async Task HandOver(Report report, ServiceProvider program)
    {
        var none = CancellationToken.None;
        long draft;
        await using (var college = await Enter(program, "bench"))
        {
            var db = college.ServiceProvider.GetRequiredService<MarshrutDb>();
            var levels = await db.Assessments.AsNoTracking().Where(row => row.IsCurrent && row.IsHigh).Select(row => new { row.Id, row.EnrolmentId }).ToListAsync(none);
            report.MustHold($"{Handed} people at high risk", levels.Count == Handed);
            await Timed(report, $"{Handed} levels confirmed", () => college.ServiceProvider.GetRequiredService<ConfirmAssessments>().Confirm([.. levels.Select(row => row.Id)], none));
            var centre = await db.Organizations.Where(row => row.Code == "bench-czn").Select(row => row.Id).SingleAsync(none);
            draft = await Timed(report, $"a draft of {Handed} composed", () => college.ServiceProvider.GetRequiredService<ComposeTransfer>()
                .Compose(new NewTransferDraft(centre, TransferKind.HighRisk, [.. levels.Select(row => row.EnrolmentId)]), none));
            var shown = (await Timed(report, $"a draft of {Handed} checked and shown", () => college.ServiceProvider.GetRequiredService<ShowTransferDraft>().Show(draft, none)))!;
            await college.ServiceProvider.GetRequiredService<SaveTransferDraft>()
                .Save(new ChosenLines(draft, [.. shown.Going.Concat(shown.LeftOut).Select(line => line.RowId)], new Dictionary<long, string?>()), none);
        }

        await using (var college = await Enter(program, "bench"))
        {
            var sent = await Timed(report, $"{Handed} people sent", () => college.ServiceProvider.GetRequiredService<SendTransfer>().Send(draft, none));
            report.MustHold("all of them went", sent!.Sent == Handed);
        }

        await using var receiver = await Enter(program, "bench-czn");
        var items = await receiver.ServiceProvider.GetRequiredService<MarshrutDb>().TransferItems.AsNoTracking().Select(row => row.Id).ToListAsync(none);
        var accepted = await Timed(report, $"{Handed} people accepted, a case for each", () => receiver.ServiceProvider.GetRequiredService<AcceptPeople>().Accept(items, CuratorChoice.Nobody, none));
        report.MustHold("all of them were", accepted.Done == Handed);
        var undone = await Timed(report, $"{Handed} acceptances taken back", () => receiver.ServiceProvider.GetRequiredService<UndoAcceptance>().Undo(accepted.At!.Value, none));
        report.MustHold("all of them were", undone.Done == Handed);
    }

    private static async Task Scoped(Report report, ServiceProvider program)
    {
        var none = CancellationToken.None;
        await Compare(report, program, "bench", "students", db => db.Enrolments, db => db.Enrolments.IgnoreQueryFilters([MarshrutDb.OwnFilter]).Where(row => row.OrganizationId == db.Scope.OrganizationId),
            rows => rows.OrderBy(row => row.SortName).ThenBy(row => row.Id).Take(51).ToListAsync(none));
        await Compare(report, program, "bench-czn", "people of transfers", db => db.TransferItems.Where(row => row.ToOrganizationId == db.Scope.OrganizationId),
            db => db.TransferItems.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter]).Where(row => row.ToOrganizationId == db.Scope.OrganizationId),
            rows => rows.Where(row => row.State == TransferItemState.Waiting).OrderBy(row => row.AnswerBy).ThenByDescending(row => row.Priority).Take(51).ToListAsync(none));
    }

    private static async Task Compare<T>(
        Report report, ServiceProvider program, string organization, string what, Func<MarshrutDb, IQueryable<T>> scoped, Func<MarshrutDb, IQueryable<T>> open, Func<IQueryable<T>, Task> read)
        where T : class
    {
        var (with, without) = (new List<double>(), new List<double>());
        for (var i = -20; i < Times; i++)
        {
            foreach (var (rows, times) in new[] { (scoped, with), (open, without) })
            {
                await using var scope = await Enter(program, organization);
                var db = scope.ServiceProvider.GetRequiredService<MarshrutDb>();
                var start = Stopwatch.GetTimestamp();
                await read(rows(db).AsNoTracking());
                if (i >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        with.Sort();
        without.Sort();
        Report.Row($"list of {what}, unscoped, median", without[Times / 2], "ms");
        report.AtMost($"list of {what}, scoped ÷ unscoped", with[Times / 2] / without[Times / 2], "×", ScopeLimit);
    }

    private static async Task<AsyncServiceScope> Enter(ServiceProvider program, string code)
    {
        var scope = program.CreateAsyncScope();
        var organization = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Organizations.AsNoTracking().SingleAsync(row => row.Code == code);
        var user = await scope.ServiceProvider.GetRequiredService<MarshrutDb>().Users.AsNoTracking().Where(row => row.UserName == code).Select(row => row.Id).SingleAsync();
        scope.ServiceProvider.GetRequiredService<ActingScope>().EnterOrganization(organization.Id, organization.RegionCode);
        scope.ServiceProvider.GetRequiredService<ActingScope>().ActAs(Actors.Of(user));
        return scope;
    }

    private static async Task<T> Timed<T>(Report report, string what, Func<Task<T>> act)
    {
        var clock = Stopwatch.StartNew();
        var done = await act();
        report.AtMost(what, clock.Elapsed.TotalSeconds, "s", SecondsLimit);
        return done;
    }
}
