using Marshrut.Core.Cases.Applications;
using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>Work with the people who were taken over, by the use cases that curators have: calls, sleep, outcomes. Who gets what goes by the number in the order of names.</summary>
internal sealed class DemoCases(
    MarshrutDb db,
    RecordContact contact,
    WriteCaseNote note,
    WriteNeeds needs,
    RecordApplication applications,
    WriteExchangeNote exchange,
    PauseCase pause,
    CloseCase close,
    TimeProvider clock)
{
    /// <summary>A month and some days: the first question about work has come due.</summary>
    private const int WorksForDays = 36;

    private const int LatelyDays = 40;

    private static readonly string[] talks =
    [
        "Ищет место по направлению подготовки, готов на стажировку",
        "Учится до июня, может работать после 15:00",
        "Хочет сначала составить резюме, договорились о встрече",
        "Проживает с родителями, переезжать не готов",
    ];

    private static readonly CaseNeed[][] found =
    [
        [CaseNeed.FirstJob, CaseNeed.JobSearchSkills, CaseNeed.NoExperience],
        [CaseNeed.PracticeOrInternship, CaseNeed.FarToTravel],
        [CaseNeed.TemporaryWork, CaseNeed.ArmySoon],
        [CaseNeed.Retraining, CaseNeed.ChildToCareFor, CaseNeed.WeakMotivation],
    ];

    /// <summary>First calls of all who have a curator.</summary>
    public async Task Call(CancellationToken cancel)
    {
        var number = 0;
        foreach (var row in await Open(cancel))
        {
            if (row.CuratorId is null)
            {
                continue;
            }

            var result = (number % 5) switch { 0 or 1 => ContactResult.Spoke, 2 => ContactResult.NoAnswer, 3 => ContactResult.CallLater, _ => ContactResult.WrongNumber };
            await contact.Record(new ContactAttempt(row.Id, ContactWay.Call, result, result == ContactResult.Spoke ? talks[number / 5 % talks.Length] : null), cancel);
            if (result == ContactResult.Spoke)
            {
                await Learn(row.Id, number, cancel);
            }

            number++;
        }
    }

    /// <summary>What a first talk brings: needs, what is on the portal, sometimes a word to the college.</summary>
    private async Task Learn(long id, int number, CancellationToken cancel)
    {
        var today = clock.Today();
        await needs.Write(new NeedsInput(id, found[number % found.Length], number % 7 == 0 ? "Просит не звонить до обеда" : null), cancel);
        if (number % 2 == 0)
        {
            await applications.Record(
                new ApplicationInput(id, null, number % 4 == 0 ? ServiceKind.JobSearch : ServiceKind.CareerGuidance, today.AddDays(-3), $"00-{4100 + number}", ServiceState.InWork, today.AddDays(-1)), cancel);
        }

        if (number % 5 == 0)
        {
            await applications.Record(new ApplicationInput(id, null, ServiceKind.Test, today.AddDays(-2), null, null, null), cancel);
        }

        if (number % 6 == 0 && await db.Cases.AsNoTracking().Where(row => row.Id == id).Select(row => row.TransferItemId).SingleAsync(cancel) is { } item)
        {
            await exchange.Write(item, "Дозвонились, встречаемся на неделе. Передайте, пожалуйста, чтобы взял портфолио", cancel);
        }
    }

    /// <summary>What came of some of them some days later.</summary>
    public async Task Finish(CancellationToken cancel)
    {
        var today = clock.Today();
        var number = 0;
        foreach (var row in (await Open(cancel)).Where(row => row.CuratorId is not null))
        {
            await Finish(row.Id, number++, today, cancel);
        }
    }

    private Task Finish(long id, int number, DateOnly today, CancellationToken cancel) => (number % 9) switch
    {
        1 => End(id, CaseOutcome.EmployedInField, today.AddDays(-WorksForDays), "ООО «Автоцентр на Речной»", "слесарь", "Со слов, показал договор", cancel),
        3 => Pause(id, today.AddDays(200), "призван на военную службу", cancel),
        4 => contact.Record(new ContactAttempt(id, ContactWay.Call, ContactResult.NoAnswer), cancel),
        5 => note.Write(id, "Мастер группы просит позвонить вечером", cancel),
        6 => End(id, CaseOutcome.ContinuesStudy, today.AddDays(-2), null, null, "Зачислен на заочное отделение", cancel),
        7 => End(id, CaseOutcome.EmployedOutOfField, today.AddDays(-WorksForDays), "Пекарня «Колос»", "продавец", "Со слов", cancel),
        _ => Task.CompletedTask,
    };

    private async Task Pause(long id, DateOnly until, string reason, CancellationToken cancel) => await pause.Pause(new CasePause(id, until, reason, await Version(id, cancel)), cancel);

    private async Task End(long id, CaseOutcome outcome, DateOnly on, string? employer, string? position, string evidence, CancellationToken cancel) =>
        await close.Close(new CaseClosing(id, outcome, on, employer, position, evidence, await Version(id, cancel)), cancel);

    private Task<int> Version(long id, CancellationToken cancel) => db.Cases.AsNoTracking().Where(row => row.Id == id).Select(row => row.Version).SingleAsync(cancel);

    /// <summary>Of these weeks; those of the class before have a way of their own (<see cref="DemoLastClass"/>).</summary>
    private async Task<List<(long Id, long? CuratorId)>> Open(CancellationToken cancel)
    {
        var since = clock.Today().AddDays(-LatelyDays);
        return (await db.Cases.AsNoTracking().Where(row => row.PersonId != null && row.State != CaseState.Closed && row.OpenedOn >= since).OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => new { row.Id, row.CuratorId }).ToListAsync(cancel))
            .ConvertAll(row => (row.Id, row.CuratorId));
    }
}
