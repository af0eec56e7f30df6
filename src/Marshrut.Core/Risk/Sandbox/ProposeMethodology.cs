using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;

namespace Marshrut.Core.Risk.Sandbox;

/// <summary>An organisation proposes to the methodologist of its region what it has tried; nothing changes by it.</summary>
public sealed class ProposeMethodology(MarshrutDb db, MethodologyInForce methodologies, TimeProvider clock) : IUseCase
{
    private const int LongestReason = 1_000;

    /// <exception cref="RuleViolation"><c>no-reason</c>, <c>reason-long</c>, <c>methodology-wrong</c>, <c>nothing-changed</c>.</exception>
    public async Task Propose(MethodologyParameters parameters, string? reason, CancellationToken cancel)
    {
        var words = reason?.Trim() ?? "";
        if (words.Length is 0 or > LongestReason)
        {
            throw words.Length == 0
                ? new RuleViolation("no-reason", "Напишите методисту, зачем это менять: что вы увидели на своих студентах.")
                : new RuleViolation("reason-long", $"Не длиннее {LongestReason} знаков. Оставьте главное.");
        }

        var region = db.Scope.RegionCode!;
        var inForce = await methodologies.Find(region, clock.Today(), cancel);
        var fourteen = parameters with { Characteristics = [.. parameters.Characteristics.Take(Characteristics.FederalCount)] };
        if (fourteen.Validate() is [var problem, ..])
        {
            throw new RuleViolation("methodology-wrong", problem);
        }

        if (fourteen == MethodologyParameters.FromJson(inForce.Parameters))
        {
            throw new RuleViolation("nothing-changed", "Вы ничего не изменили: предлагать нечего. Измените параметр слева.");
        }

        var proposal = new MethodologyProposal
        {
            Id = db.Ids.Take(),
            RegionCode = region,
            FromId = db.Scope.OrganizationId,
            Kind = ProposalKind.Change,
            State = ProposalState.Open,
            BasedOnId = inForce.Id,
            Parameters = fourteen.ToJson(),
            Reason = words,
            Actor = db.Scope.Actor,
            At = clock.UtcNow(),
        };
        db.MethodologyProposals.Add(proposal);
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.MethodologyChanged, "methodology-proposal", proposal.Id, Details: new { change = "proposed", reason = words, parameters = proposal.Parameters }));
        await db.SaveChangesAsync(cancel);
    }
}
