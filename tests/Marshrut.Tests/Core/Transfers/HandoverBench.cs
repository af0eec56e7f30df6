using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Cases;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Tenancy;
using Marshrut.Core.Risk;
using Marshrut.Core.Risk.Decisions;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Core.Transfers.Queue;
using Marshrut.Tests.Core.Agreements;
using Marshrut.Tests.Core.Imports.Applying;
using Marshrut.Tests.TestDatabases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Marshrut.Tests.Core.Transfers;

/// <summary>A college and an employment centre under an agreement; the present day is 23 November 2026.</summary>
internal sealed class HandoverBench(IServiceProvider services, FixedClock clock, Organization college, Organization centre)
{
    /// <summary>Of the service that <see cref="Centre"/> belongs to where it has other offices.</summary>
    public const string Inn = "0000000106";

    private const string Header =
        "Идентификатор;Фамилия;Имя;Дата рождения;Код направления;Год выпуска;Курс;Группа;СНИЛС;Телефон;Согласие на передачу в ЦЗН;Основа обучения;"
        + "Согласие на данные о здоровье;Инвалидность или ОВЗ;Сирота или без попечения родителей;Определённость с местом работы;Рекомендации по условиям труда";

    public Organization College { get; } = college;

    public Organization Centre { get; } = centre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<HandoverBench> Create(TestDatabase database)
    {
        var bench = new HandoverBench(database.Services, database.Clock, await database.AddOrganization(), await database.AddOrganization(OrganizationKind.EmploymentCentre));
        await bench.Agree();
        return bench;
    }

    /// <summary>Another college under an agreement with the same centre.</summary>
    public async Task<HandoverBench> Beside(Organization other)
    {
        var bench = new HandoverBench(services, clock, other, Centre);
        await bench.Agree();
        return bench;
    }

    public Task<long> Agree() => Use<AddAgreement, long>(College, add => add.Add(new NewAgreement(Centre.Code, MadeAgreement.Terms()), Cancel));

    /// <summary>A line of the register of somebody with everything that a transfer needs.</summary>
    public static string Line(
        int number,
        string surname,
        string orphan = "да",
        string phone = "+79000000110",
        string consent = "01.09.2026",
        string funding = "бюджет",
        string health = "",
        string disability = "",
        string snils = "",
        string limits = "",
        string place = "") =>
        $"{number};{surname};Вера;01.05.2007;09.02.07;2027;4;ИС-41;{snils};{phone};{consent};{funding};{health};{disability};{orphan};{place};{limits}";

    /// <summary>Everybody imported, determined and confirmed.</summary>
    public async Task<IReadOnlyList<long>> Confirmed(params string[] lines)
    {
        var levels = await Proposed(lines);
        await Use<ConfirmAssessments, ConfirmedAssessments>(College, confirm => confirm.Confirm([.. levels.Select(row => row.Id)], Cancel));
        return [.. levels.Select(row => row.EnrolmentId)];
    }

    /// <summary>Everybody imported and determined.</summary>
    public async Task<List<Assessment>> Proposed(params string[] lines)
    {
        await using (var scope = Enter(College))
        {
            await RegisterFileOf.Apply(scope.ServiceProvider, [Header, .. lines]);
        }

        await Use<AssessOrganization, AssessmentCounts>(College, assess => assess.Assess(new AssessOrganizationInput(clock.Today, false), Cancel));
        return await Use<MarshrutDb, List<Assessment>>(
            College, db => db.Assessments.AsNoTracking().Where(row => row.IsCurrent).OrderByDescending(row => row.Priority).ThenBy(row => row.SortName).ToListAsync(Cancel));
    }

    public Task<long> Compose(IReadOnlyCollection<long> enrolments, TransferKind kind = TransferKind.HighRisk, Organization? from = null) =>
        Use<ComposeTransfer, long>(from ?? College, compose => compose.Compose(new NewTransferDraft(Centre.Id, kind, enrolments), Cancel));

    public async Task<SentTransfer> Send(IReadOnlyCollection<long> enrolments, TransferKind kind = TransferKind.HighRisk)
    {
        var draft = await Compose(enrolments, kind);
        return (await Use<SendTransfer, SentTransfer?>(College, send => send.Send(draft, Cancel)))!;
    }

    public async Task<CheckedDraft> Draft(long id) => (await Use<ShowTransferDraft, CheckedDraft?>(College, show => show.Show(id, Cancel)))!;

    public async Task<IReadOnlyList<QueueLine>> Queue(Organization? centre = null, QueueFilter? filter = null) =>
        (await Use<ListQueue, QueuePage>(centre ?? Centre, list => list.List(filter ?? new QueueFilter(), null, Cancel))).Lines;

    public Task<AnsweredPeople> Accept(IReadOnlyCollection<long> items, long? curator = null) =>
        Use<AcceptPeople, AnsweredPeople>(Centre, accept => accept.Accept(items, new CuratorChoice(curator), Cancel));

    public Task<AnsweredPeople> Return(IReadOnlyCollection<long> items, ReturnReason reason = ReturnReason.NoContact, string? note = null, Organization? by = null) =>
        Use<ReturnPeople, AnsweredPeople>(by ?? Centre, answer => answer.Return(items, reason, note, Cancel));

    public Task<AnsweredPeople> Revoke(IReadOnlyCollection<long> items) => Use<RevokePeople, AnsweredPeople>(College, revoke => revoke.Revoke(items, Cancel));

    public Task<HandedPerson?> Handed(Organization by, long item, bool special = false) =>
        Use<ShowHandedPerson, HandedPerson?>(by, show => show.Show(item, special, Cancel));

    public Task<List<TransferItem>> Items() => Use<MarshrutDb, List<TransferItem>>(College, db => db.TransferItems.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancel));

    /// <summary>Another centre with staff; <see cref="Centre"/> has <see cref="Inn"/> from now on.</summary>
    public async Task<Organization> OtherOffice(TestDatabase database, string inn = Inn)
    {
        var office = await database.AddOrganization(OrganizationKind.EmploymentCentre);
        await Use<MarshrutDb, int>(Centre, async db =>
        {
            await db.Organizations.Where(row => row.Id == office.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Inn, inn), Cancel);
            return await db.Organizations.Where(row => row.Id == Centre.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Inn, Inn), Cancel);
        });
        await Use<AddUser, long>(office, async add => (await add.Add(new NewUser($"head-{office.Id}", Role.EmploymentHead, office.Code, FullName: "Начальников Пётр Ильич"), Cancel)).Id);
        return office;
    }

    public async Task<TResult> Use<TUseCase, TResult>(Organization by, Func<TUseCase, Task<TResult>> run, string actor = "user:7")
        where TUseCase : notnull
    {
        await using var scope = Enter(by, actor);
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private AsyncServiceScope Enter(Organization by, string actor = "user:7")
    {
        var scope = services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingScope>();
        acting.ActAs(actor);
        acting.EnterOrganization(by.Id, by.RegionCode);
        return scope;
    }
}
