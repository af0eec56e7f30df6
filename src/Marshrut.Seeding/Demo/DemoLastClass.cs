using Marshrut.Core.Cases.PassingOn;
using Marshrut.Core.Cases.Steps;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Transfers;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>
/// What became of the class that graduated last summer, by the use cases that curators have: most found something, somebody could not be reached, somebody
/// has moved, and those who work are asked how it goes.
/// </summary>
internal sealed class DemoLastClass(
    MarshrutDb db, RecordContact contact, CloseCase close, PauseCase pause, ReopenCase reopen, FindOtherOffices offices, PassOnCase passOn, PassOnPeople pass, TimeProvider clock)
{
    /// <summary>Longer than anybody of this year.</summary>
    private const int WorkedWithForDays = 60;

    private static readonly string[] employers = ["ООО «Станкоремонт»", "АО «Заречье-Энерго»", "ИП Самойлова", "ООО «Склад на Набережной»"];

    private static readonly string[] positions = ["слесарь-ремонтник", "техник", "дизайнер", "комплектовщик"];

    /// <summary>By the end of the summer.</summary>
    public async Task Settle(CancellationToken cancel)
    {
        var cases = await Open(cancel);
        for (var number = 0; number < cases.Count; number++)
        {
            await Settle(cases[number], number, cancel);
        }
    }

    /// <summary>One who has moved goes on to another office of the service.</summary>
    public async Task Move(CancellationToken cancel)
    {
        if (await offices.Find(cancel) is [var office, ..] && await Open(cancel) is [.., var last])
        {
            await passOn.PassOn(new PassOnInput(last, office.Id, "Переезд к родителям. Резюме готово, собеседования были два раза", await Version(last, cancel)), cancel);
        }
    }

    /// <summary>The college's half of it.</summary>
    public Task CarryOver(CancellationToken cancel) => pass.PassOn(cancel);

    /// <summary>Whoever works is asked on the terms that have come; one has lost the place.</summary>
    public async Task Ask(CancellationToken cancel)
    {
        var today = clock.Today();
        var due = await db.FollowUps.AsNoTracking().Where(row => row.DoneOn == null && row.DueOn <= today).OrderBy(row => row.DueOn).ThenBy(row => row.Id).ToListAsync(cancel);
        var lost = due.Count > 0 ? due[^1].CaseId : 0;
        foreach (var (question, number) in due.Select((question, number) => (question, number)))
        {
            if (question.CaseId == lost || number % 4 == 3)
            {
                continue;
            }

            var way = question.With == FollowUpWith.Employer ? ContactWay.Employer : ContactWay.Call;
            await contact.Record(new ContactAttempt(question.CaseId, way, ContactResult.Works, "Всё в порядке", FollowUpId: question.Id), cancel);
        }

        if (lost != 0)
        {
            await reopen.Reopen(lost, "Сократили в конце испытательного срока, просит помочь найти новое место", await Version(lost, cancel), cancel);
        }
    }

    private Task Settle(long id, int number, CancellationToken cancel)
    {
        var today = clock.Today();
        var (employer, position) = (employers[number % employers.Length], positions[number % positions.Length]);
        return (number % 10) switch
        {
            0 or 1 or 2 => End(id, CaseOutcome.EmployedInField, today.AddDays(-7), employer, position, "Показал договор", cancel),
            3 => End(id, CaseOutcome.EmployedOutOfField, today.AddDays(-20), employer, "комплектовщик", "Со слов, подтвердил работодатель", cancel),
            4 => End(id, CaseOutcome.ContinuesStudy, today.AddDays(-2), null, null, "Подал документы в университет", cancel),
            5 => Sleep(id, today.AddDays(330), cancel),
            6 => Lose(id, cancel),
            7 => End(id, CaseOutcome.SelfEmployed, today.AddDays(-14), null, null, "Справка о постановке на учёт", cancel),
            8 => End(id, CaseOutcome.Childcare, today.AddDays(-5), null, null, "Со слов", cancel),
            _ => contact.Record(new ContactAttempt(id, ContactWay.Call, ContactResult.Spoke, "Лето — в семье, место ищем с осени"), cancel),
        };
    }

    private async Task Sleep(long id, DateOnly until, CancellationToken cancel) =>
        await pause.Pause(new CasePause(id, until, "Призван на военную службу", await Version(id, cancel)), cancel);

    private async Task Lose(long id, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < ContactResults.LostAfter; attempt++)
        {
            await contact.Record(new ContactAttempt(id, ContactWay.Call, ContactResult.NoAnswer), cancel);
        }

        await End(id, CaseOutcome.LostContact, clock.Today(), null, null, "Телефон не отвечает, по адресу не живёт", cancel);
    }

    private async Task End(long id, CaseOutcome outcome, DateOnly on, string? employer, string? position, string evidence, CancellationToken cancel) =>
        await close.Close(new CaseClosing(id, outcome, on, employer, position, evidence, await Version(id, cancel)), cancel);

    private Task<int> Version(long id, CancellationToken cancel) => db.Cases.AsNoTracking().Where(row => row.Id == id).Select(row => row.Version).SingleAsync(cancel);

    private Task<List<long>> Open(CancellationToken cancel)
    {
        var before = clock.Today().AddDays(-WorkedWithForDays);
        return db.Cases.AsNoTracking().Where(row => row.TransferItemId != null && row.CuratorId != null && row.State == CaseState.InWork && row.OpenedOn < before).OrderBy(row => row.SortName).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancel);
    }
}
