using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Rules.Cases;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Cases.Plans;

/// <param name="On">The day; null: today.</param>
/// <param name="SeenVersion">Of the plan that the person saw.</param>
public sealed record PlanAgreement(long CaseId, DateOnly? On, AgreementWay? Way, int SeenVersion);

/// <summary>Writes down that the person agreed to the plan as it stands; the version is kept as it was agreed.</summary>
public sealed class AgreePlan(MarshrutDb db, PlanBook book, Sealer sealer, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is no such plan in the centre in scope.</returns>
    /// <exception cref="RuleViolation">No way; a day that cannot be; no steps; agreed already; changed meanwhile.</exception>
    public async Task<bool> Agree(PlanAgreement input, CancellationToken cancel)
    {
        if (input.Way is not { } way || !Enum.IsDefined(way))
        {
            throw new RuleViolation("way-missing", "Выберите, как человек согласился.");
        }

        var on = input.On ?? clock.Today();
        var (versionId, entryId) = (db.Ids.Take(), db.Ids.Take());
        await using var transaction = await book.Begin(cancel);
        if (await book.Open(input.CaseId, input.SeenVersion, cancel) is not { } opened)
        {
            return false;
        }

        if (on > clock.Today() || on < opened.Plan.MadeOn)
        {
            throw new RuleViolation("on-unusable", $"День согласия — не раньше составления плана, {Russian.Date(opened.Plan.MadeOn)}, и не позже сегодняшнего.");
        }

        var steps = opened.Steps.FindAll(step => step.State != StepState.Dropped);
        if (steps.Count == 0)
        {
            throw new RuleViolation("no-steps", "В плане нет ни одного шага: согласовывать пока нечего. Добавьте шаги.");
        }

        opened.Plan.Agree(on, way);
        db.PlanVersions.Add(new PlanVersion
        {
            Id = versionId,
            OrganizationId = opened.Plan.OrganizationId,
            PlanId = opened.Plan.Id,
            Number = opened.Plan.Number,
            AgreedOn = on,
            Way = way,
            Actor = db.Scope.Actor,
            Sealed = new AgreedPlan(opened.Plan.EndsOn, [.. steps.Select(step => Agreed(opened, step))]).Seal(sealer, versionId),
        });
        await book.Save(opened, $"план согласован, версия {opened.Plan.Number}: {PlanWords.Way(way)}", entryId, AuditActions.PlanAgreed, activity: true, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private AgreedStep Agreed(OpenedPlan opened, PlanStep step)
    {
        var words = StepWords.Open(sealer, step);
        return new AgreedStep(step.Id, opened.Goals[step.Goal - 1], words.Title, words.Place, step.DueOn, words.Responsible, words.Who);
    }
}
