using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Sandbox;

/// <summary>The methodologist answers a proposal, or takes note of an added characteristic.</summary>
public sealed class AnswerProposal(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <returns>False: there is none in the region.</returns>
    /// <exception cref="RuleViolation"><c>answered</c>, <c>no-answer</c>.</exception>
    public async Task<bool> Answer(long id, bool taken, string? answer, CancellationToken cancel)
    {
        var region = db.Scope.RegionCode;
        if (await db.MethodologyProposals.FirstOrDefaultAsync(row => row.Id == id && row.RegionCode == region, cancel) is not { } proposal)
        {
            return false;
        }

        if (proposal.State != ProposalState.Open)
        {
            throw new RuleViolation("answered", "На это уже ответили.");
        }

        var words = answer?.Trim() ?? "";
        if (!taken && words.Length == 0)
        {
            throw new RuleViolation("no-answer", "Напишите организации, почему не принято.");
        }

        proposal.State = taken ? ProposalState.Taken : ProposalState.Declined;
        (proposal.Answer, proposal.AnsweredBy, proposal.AnsweredAt) = (words.Length == 0 ? null : words, db.Scope.Actor, clock.UtcNow());
        db.Audit(new AuditDraft(null, AuditActions.MethodologyChanged, "methodology-proposal", proposal.Id, Details: new { change = taken ? "taken" : "declined", answer = words }));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
