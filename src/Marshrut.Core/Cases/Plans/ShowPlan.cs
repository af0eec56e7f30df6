using Marshrut.Core.Cases.Lists;
using Marshrut.Core.People;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Plans;

/// <summary>A step as the page shows it.</summary>
/// <param name="Who">«Ковалёв Денис Андреевич», «работодатель».</param>
public sealed record StepLine(long Id, int Number, int Goal, DateOnly DueOn, StepState State, DateOnly? EndedOn, StepWords Words, string Who)
{
    public bool IsLate(DateOnly today) => State == StepState.Ahead && DueOn < today;
}

/// <param name="Number">From 1.</param>
/// <param name="Steps">In their order.</param>
public sealed record GoalLine(int Number, string Words, IReadOnlyList<StepLine> Steps)
{
    /// <summary>Everything of it that was to be done is done.</summary>
    public DateOnly? ReachedOn => Steps.Any(step => step.State == StepState.Done) && Steps.All(step => step.State != StepState.Ahead)
        ? Steps.Where(step => step.State == StepState.Done).Max(step => step.EndedOn)
        : null;
}

public sealed record VisitLine(long Id, long CaseId, long CuratorId, DateOnly On, TimeOnly From, int Minutes, VisitState State, VisitWords Words);

public sealed record VersionLine(int Number, DateOnly AgreedOn, AgreementWay Way);

/// <param name="Number">Of the version that stands.</param>
/// <param name="Version">What forms are filled in for.</param>
public sealed record PlanCard(
    long Id, int Number, int Version, DateOnly MadeOn, DateOnly EndsOn, DateOnly? AgreedOn, AgreementWay? AgreedWay, IReadOnlyList<GoalLine> Goals, IReadOnlyList<VersionLine> Versions)
{
    public IEnumerable<StepLine> Steps => Goals.SelectMany(goal => goal.Steps);

    /// <summary>What is to be done: dropped steps do not count.</summary>
    public int StepCount => Steps.Count(step => step.State != StepState.Dropped);

    public int DoneCount => Steps.Count(step => step.State == StepState.Done);
}

/// <param name="Plan">Null: there is none yet.</param>
/// <param name="Visits">The latest first.</param>
/// <param name="Curator">Full name; null: nobody is named.</param>
public sealed record CasePlan(CaseLine Line, PersonValues Person, EnrolmentValues? Study, string? ProgrammeName, string? Curator, PlanCard? Plan, IReadOnlyList<VisitLine> Visits);

/// <summary>The plan of a case of the centre in scope, with visits.</summary>
public sealed class ShowPlan(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <param name="caseId">Any id; a foreign one is nobody's.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>Null: the centre has no such case, or the person is forgotten (R36).</returns>
    public async Task<CasePlan?> Show(long caseId, CancellationToken cancel)
    {
        if (await CaseLine.Of(db).SingleOrDefaultAsync(line => line.Id == caseId, cancel) is not { } line)
        {
            return null;
        }

        var found = await (
            from row in db.Cases.AsNoTracking()
            join person in db.People.AsNoTracking() on row.PersonId equals person.Id
            join study in db.Enrolments.AsNoTracking() on row.EnrolmentId equals study.Id into studies
            from enrolment in studies.DefaultIfEmpty()
            where row.Id == caseId
            select new
            {
                Person = person,
                Study = enrolment,
                Programme = enrolment == null ? null : db.Programmes.Where(one => one.Code == enrolment.ProgrammeCode).Select(one => one.Name).FirstOrDefault(),
            }).SingleAsync(cancel);
        var visits = await db.Visits.AsNoTracking().Where(row => row.CaseId == caseId).OrderByDescending(row => row.On).ThenByDescending(row => row.From).ToListAsync(cancel);
        return new CasePlan(
            line,
            PersonValues.Of(found.Person),
            found.Study is null ? null : EnrolmentValues.Of(found.Study),
            found.Programme,
            line.CuratorName,
            await Plan(line, cancel),
            visits.ConvertAll(row => row.Told(sealer)));
    }

    private async Task<PlanCard?> Plan(CaseLine line, CancellationToken cancel)
    {
        if (await db.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.CaseId == line.Id, cancel) is not { } plan)
        {
            return null;
        }

        var steps = await db.PlanSteps.AsNoTracking().Where(row => row.PlanId == plan.Id).OrderBy(row => row.Goal).ThenBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancel);
        var versions = await db.PlanVersions.AsNoTracking().Where(row => row.PlanId == plan.Id).OrderByDescending(row => row.Number)
            .Select(row => new VersionLine(row.Number, row.AgreedOn, row.Way)).ToListAsync(cancel);
        var number = 0;
        var lines = steps.ConvertAll(step =>
        {
            var words = StepWords.Open(sealer, step);
            return new StepLine(step.Id, step.State == StepState.Dropped ? 0 : ++number, step.Goal, step.DueOn, step.State, step.EndedOn, words, WhoOf(words, line));
        });
        var goals = PlanGoals.Open(sealer, plan).Select((words, place) => new GoalLine(place + 1, words, lines.FindAll(step => step.Goal == place + 1)));
        return new PlanCard(plan.Id, plan.Number, plan.Version, plan.MadeOn, plan.EndsOn, plan.AgreedOn, plan.AgreedWay, [.. goals], versions);
    }

    private static string WhoOf(StepWords words, CaseLine line) => words.Responsible switch
    {
        StepResponsible.Person => $"{line.LastName} {line.FirstName} {line.MiddleName}".TrimEnd(),
        StepResponsible.Curator when line.CuratorName is { } curator => curator,
        _ => words.Who ?? PlanWords.Responsible(words.Responsible),
    };
}
