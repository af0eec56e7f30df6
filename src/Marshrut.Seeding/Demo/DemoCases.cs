using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>Work with the people who were taken over, by the use cases that curators have: calls, sleep, outcomes. Who gets what goes by the number in the order of names.</summary>
internal sealed class DemoCases(MarshrutDb db, RecordContact contact, WriteCaseNote note, PauseCase pause, CloseCase close, TimeProvider clock)
{
    /// <summary>A month and some days: the first question about work has come due.</summary>
    private const int WorksForDays = 36;

    private static readonly string[] talks =
    [
        "Ищет место по направлению подготовки, готов на стажировку",
        "Учится до июня, может работать после 15:00",
        "Хочет сначала составить резюме, договорились о встрече",
        "Проживает с родителями, переезжать не готов",
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
            number++;
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

    private async Task<List<(long Id, long? CuratorId)>> Open(CancellationToken cancel) =>
        (await db.Cases.AsNoTracking().Where(row => row.PersonId != null && row.State != CaseState.Closed).OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => new { row.Id, row.CuratorId }).ToListAsync(cancel))
        .ConvertAll(row => (row.Id, row.CuratorId));
}
