using Marshrut.Core.Accounts;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk.Sandbox;

/// <param name="Organization">Who writes.</param>
/// <param name="By">Full name of who wrote it.</param>
public sealed record ProposalLine(MethodologyProposal Proposal, string Organization, string? By);

/// <summary>What organisations of a region wrote to its methodologist; an organisation sees its own.</summary>
public sealed class ListProposals(MarshrutDb db) : IUseCase
{
    private const int Most = 100;

    /// <summary>Open ones first, then the latest.</summary>
    public async Task<IReadOnlyList<ProposalLine>> List(CancellationToken cancel)
    {
        var lines = await (
            from proposal in Visible().AsNoTracking()
            join organization in db.Organizations on proposal.FromId equals organization.Id
            orderby proposal.State == ProposalState.Open descending, proposal.At descending, proposal.Id descending
            select new { Proposal = proposal, organization.Name }).Take(Most).ToListAsync(cancel);
        var users = lines.Select(line => Actors.UserIn(line.Proposal.Actor)).OfType<long>().Distinct().ToList();
        var names = users.Count == 0 ? [] : await db.Users.Where(user => users.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        return [.. lines.Select(line => new ProposalLine(line.Proposal, line.Name, Actors.UserIn(line.Proposal.Actor) is { } user ? names.GetValueOrDefault(user) : null))];
    }

    public Task<int> CountOpen(CancellationToken cancel) => Visible().CountAsync(row => row.State == ProposalState.Open, cancel);

    /// <returns>Parameters of a proposal that can be tried; null: there is none here.</returns>
    public async Task<MethodologyParameters?> Parameters(long id, CancellationToken cancel) =>
        await Visible().Where(row => row.Id == id && row.Parameters != null).Select(row => row.Parameters).FirstOrDefaultAsync(cancel) is { } text ? MethodologyParameters.FromJson(text) : null;

    private IQueryable<MethodologyProposal> Visible()
    {
        var region = db.Scope.RegionCode ?? throw new RuleViolation("no-region", "Предложения о методике смотрят в регионе. Выберите регион.");
        var all = db.MethodologyProposals.Where(row => row.RegionCode == region);
        return db.Scope.HasOrganization ? all.Where(row => row.FromId == db.Scope.OrganizationId) : all;
    }
}
