using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Calendar;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <param name="VisitId">The visit to move; null: a new one.</param>
/// <param name="Minutes">How long; null: half an hour.</param>
/// <param name="OnDayOff">The curator knows that the day is none of work, and sets it all the same.</param>
public sealed record VisitForm(long CaseId, long? VisitId, DateOnly? On, TimeOnly? From, int? Minutes, string? Place, string? Purpose, bool OnDayOff = false);

/// <summary>Sets a visit of a person to the curator, or moves it. Two visits of one curator, or of one person, do not meet: the nearest free time is named.</summary>
public sealed class SetVisit(MarshrutDb db, PlanBook book, Sealer sealer, TimeProvider clock) : IUseCase
{
    public const int UsualMinutes = 30;

    private const int LongestMinutes = 240;

    private const int FarthestMonths = 12;

    /// <returns>False: there is no such case or visit in the centre in scope.</returns>
    /// <exception cref="RuleViolation">A time that cannot be; <c>day-off</c>; <c>time-taken</c>; no curator; the case has ended.</exception>
    public async Task<bool> Set(VisitForm input, CancellationToken cancel)
    {
        var today = clock.Today();
        if (input.On is not { } on || on < today || on > today.AddMonths(FarthestMonths))
        {
            throw new RuleViolation("on-unusable", "День явки — сегодня или позже, не дальше чем через год. Напишите дату так: 01.12.2026.");
        }

        if (input.From is not { } from)
        {
            throw new RuleViolation("from-missing", "Напишите время начала: 15:30.");
        }

        var minutes = input.Minutes ?? UsualMinutes;
        var wanted = new BusyTime(from, minutes);
        if (minutes is < 5 or > LongestMinutes || wanted.End > 24 * 60)
        {
            throw new RuleViolation("minutes-unusable", $"Явка длится от 5 до {LongestMinutes} минут и кончается в тот же день.");
        }

        if (!input.OnDayOff && !WorkingDays.Russia.IsWorkingDay(on))
        {
            throw new RuleViolation("day-off", $"{Russian.Date(on)} — нерабочий день. Выберите другой или отметьте, что назначаете в нерабочий.");
        }

        var words = new VisitWords(PlanText.OrNone(input.Place, "place-long"), PlanText.OrNone(input.Purpose, "purpose-long"));
        var (visitId, entryId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.OpenCase(input.CaseId, cancel) is not { } opened)
        {
            return false;
        }

        if (opened.Case.CuratorId is not { } curator)
        {
            throw new RuleViolation("no-curator", "Сначала назначьте куратора: человек придёт к нему.");
        }

        var moved = input.VisitId is { } id ? await db.Visits.FirstOrDefaultAsync(row => row.Id == id && row.CaseId == input.CaseId, cancel) : null;
        if (input.VisitId is not null && moved is null)
        {
            return false;
        }

        await CheckFree(wanted, on, curator, input.CaseId, moved?.Id, cancel);
        var told = $"{(moved is null ? "явка назначена на" : "явка перенесена на")} {Russian.Date(on)}, {Russian.Time(from)}";
        if (moved is null)
        {
            db.Visits.Add(new Visit
            {
                Id = visitId,
                OrganizationId = opened.Case.OrganizationId,
                CaseId = input.CaseId,
                CuratorId = curator,
                On = on,
                From = from,
                Minutes = minutes,
                Words = words.Seal(sealer, visitId),
            });
        }
        else
        {
            if (moved.State != VisitState.Planned)
            {
                throw new RuleViolation("visit-ended", "Эту явку уже отметили. Назначьте новую.");
            }

            (moved.On, moved.From, moved.Minutes, moved.Words) = (on, from, minutes, words.Seal(sealer, moved.Id));
        }

        await book.Save(opened, told, entryId, AuditActions.VisitSet, activity: false, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task CheckFree(BusyTime wanted, DateOnly on, long curator, long caseId, long? except, CancellationToken cancel)
    {
        var day = await db.Visits.AsNoTracking()
            .Where(row => row.On == on && row.State == VisitState.Planned && row.Id != except && (row.CuratorId == curator || row.CaseId == caseId))
            .Select(row => new { row.CaseId, row.From, row.Minutes }).ToListAsync(cancel);
        var busy = day.ConvertAll(row => new BusyTime(row.From, row.Minutes));
        if (VisitTimes.Meets(wanted, busy) is not { } taken)
        {
            return;
        }

        var own = day.Exists(row => row.CaseId == caseId && row.From == taken.From);
        var free = VisitTimes.NextFree(wanted, busy) is { } next ? $"Ближайшее свободное в этот день — {Russian.Time(next)}." : "Позже в этот день времени нет: выберите другой.";
        var until = Russian.Time(taken.From.AddMinutes(taken.Minutes));
        throw new RuleViolation(
            "time-taken", $"{(own ? "У этого человека уже есть явка" : "К куратору в это время придёт другой человек")}: {Russian.Time(taken.From)}–{until}. {free}");
    }
}
