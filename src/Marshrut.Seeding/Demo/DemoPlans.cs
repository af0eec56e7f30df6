using Marshrut.Core.Cases.Crossing;
using Marshrut.Core.Cases.Plans;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Seeding.Demo;

/// <summary>Plans of the people who are worked with, by the use cases that curators have: made from what is proposed, agreed, done in part, some steps late; visits of these days.</summary>
internal sealed class DemoPlans(
    MarshrutDb db, ShowPlan show, ProposeGoals propose, MakePlan make, AgreePlan agree, MarkStep mark, SetVisit set, MarkVisit visited, TakeReturnedFacts facts, TimeProvider clock)
{
    /// <summary>Every so many has no plan yet.</summary>
    private const int Without = 4;

    private const int MostSets = 3;

    private static readonly string[] results = ["опубликовано", "поговорил с двумя работодателями", "№ 4417", "выбрал направление", "прошёл"];

    private static readonly string[] purposes = ["документы", "первая встреча, план", "разбор теста", "договор практики", "подписать план"];

    public async Task Make(CancellationToken cancel)
    {
        var number = 0;
        foreach (var id in await Worked(cancel))
        {
            if (number++ % Without == Without - 1)
            {
                continue;
            }

            var plan = (await show.Show(id, cancel))!;
            if (plan.Plan is not null)
            {
                continue;
            }

            var sets = (await propose.Propose(plan, special: false, cancel)).Sets;
            var chosen = sets.Where(one => one.Because.Count > 0).Take(MostSets).Select(one => one.Set.Code).ToList();
            await make.Make(new NewPlan(id, chosen.Count > 0 ? chosen : ["preparation"], null, null), cancel);
            if (number % 3 != 0)
            {
                await agree.Agree(new PlanAgreement(id, null, number % 2 == 0 ? AgreementWay.Signed : AgreementWay.Phone, 0), cancel);
            }
        }
    }

    /// <summary>The first steps of most are done; a visit some days ago came off or not.</summary>
    public async Task Go(CancellationToken cancel)
    {
        var number = 0;
        foreach (var id in await Worked(cancel))
        {
            number++;
            if ((await show.Show(id, cancel))!.Plan is not { } plan)
            {
                continue;
            }

            foreach (var step in plan.Steps.Take(number % 4).Where(step => step.State == StepState.Ahead && step.Words.Fact is not Rules.Risk.FactCode.CertainWorkplace))
            {
                var version = await db.Plans.AsNoTracking().Where(row => row.CaseId == id).Select(row => row.Version).SingleAsync(cancel);
                await mark.Mark(new StepMark(id, step.Id, StepState.Done, null, results[(number + step.Number) % results.Length], version), cancel);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Visits of a day, one after the other, and what came of those of an earlier day.</summary>
    /// <param name="day">A working day.</param>
    /// <param name="skip">So many people are passed by.</param>
    /// <param name="count">So many come.</param>
    public async Task Invite(DateOnly day, int skip, int count, CancellationToken cancel)
    {
        var from = new TimeOnly(9, 30);
        foreach (var (id, number) in (await Worked(cancel)).Skip(skip).Take(count).Select((id, number) => (id, number)))
        {
            await set.Set(new VisitForm(id, null, day, from, 45, "каб. 6", purposes[number % purposes.Length]), cancel);
            from = from.AddMinutes(75);
        }
    }

    public async Task Receive(CancellationToken cancel)
    {
        var today = clock.Today();
        var number = 0;
        foreach (var id in await db.Visits.AsNoTracking().Where(row => row.State == VisitState.Planned && row.On <= today).OrderBy(row => row.From).Select(row => row.Id).ToListAsync(cancel))
        {
            await visited.Mark(new VisitMark(id, number++ % 3 == 2 ? VisitState.Missed : VisitState.Came, null), cancel);
        }
    }

    /// <summary>What the steps prove comes into the register of the organisation in scope.</summary>
    public Task TakeBack(CancellationToken cancel) => facts.Take(cancel);

    private Task<List<long>> Worked(CancellationToken cancel) => db.Cases.AsNoTracking()
        .Where(row => row.PersonId != null && row.CuratorId != null && (row.State == CaseState.InWork || row.State == CaseState.Opened)).OrderBy(row => row.SortName).ThenBy(row => row.Id)
        .Select(row => row.Id).ToListAsync(cancel);
}
