using Marshrut.Core.Accounts;
using Marshrut.Core.Agreements;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Regional;

/// <summary>How far one organisation has come. Nobody is named, no count of people is in it that <see cref="CountRegion"/> has not let through.</summary>
/// <param name="Row">Register and determination, with the counts that may be shown.</param>
/// <param name="Agreements">In force today.</param>
/// <param name="HasHead">Somebody who answers for the work can sign in: a head, in a school its coordinator.</param>
/// <param name="LastHandover">The last day on which people were sent or answered for; null: never.</param>
public sealed record OrganizationReadiness(RegionOrganization Row, int Agreements, bool HasHead, DateOnly? LastHandover)
{
    /// <summary>What is missing, the first step first; empty: everything is there.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. HasHead ? [] : new[] { "нет ответственного" },
        .. Row.HasRegister || Row.Kind == OrganizationKind.EmploymentCentre ? [] : new[] { "нет реестра" },
        .. Row.HasBegun || Row.Kind is OrganizationKind.School or OrganizationKind.EmploymentCentre ? [] : new[] { "риск в этом году не определяли" },
        .. Agreements > 0 || Row.Kind == OrganizationKind.School ? [] : new[] { "нет соглашения" },
        .. LastHandover is not null || Row.Kind == OrganizationKind.School ? [] : new[] { Row.Kind == OrganizationKind.EmploymentCentre ? "передач ещё не было" : "никого не передавали" },
    ];
}

/// <param name="Rows">Those who lack most stand first, then by name.</param>
public sealed record RegionReadiness(string RegionName, IReadOnlyList<OrganizationReadiness> Rows);

/// <summary>Which organisations of the region in scope have begun, and what each lacks.</summary>
public sealed class ShowReadiness(MarshrutDb db, CountRegion count, TimeProvider clock) : IUseCase
{
    /// <exception cref="RuleViolation"><c>no-region</c>.</exception>
    public async Task<RegionReadiness> Show(CancellationToken cancel)
    {
        var overview = await count.Count(cancel);
        var code = db.Scope.RegionCode!;
        var today = clock.Today();
        var ids = await db.Organizations.AsNoTracking().Where(row => row.RegionCode == code).Select(row => row.Id).ToListAsync(cancel);
        var agreements = await db.Agreements.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter]).AsNoTracking().Where(row => ids.Contains(row.FromOrganizationId)).ToListAsync(cancel);
        var live = agreements.Where(row => row.StateOn(today) == AgreementState.InForce).SelectMany(row => new[] { row.FromOrganizationId, row.ToOrganizationId }).CountBy(id => id).ToDictionary();
        var heads = (await db.Memberships
            .Where(row => row.OrganizationId != null && ids.Contains(row.OrganizationId.Value)
                && (row.Role == Role.CareerCentreHead || row.Role == Role.EmploymentHead || row.Role == Role.SchoolCoordinator)
                && db.Users.Any(user => user.Id == row.UserId && user.BlockedAt == null))
            .Select(row => row.OrganizationId!.Value).Distinct().ToListAsync(cancel)).ToHashSet();
        var sent = await db.Transfers.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter]).Where(row => ids.Contains(row.FromOrganizationId))
            .GroupBy(row => row.FromOrganizationId).Select(group => new { group.Key, Last = group.Max(row => row.SentOn) }).ToDictionaryAsync(row => row.Key, row => row.Last, cancel);
        var got = await db.Transfers.IgnoreQueryFilters([MarshrutDb.TwoPartyFilter]).Where(row => ids.Contains(row.ToOrganizationId))
            .GroupBy(row => row.ToOrganizationId).Select(group => new { group.Key, Last = group.Max(row => row.SentOn) }).ToDictionaryAsync(row => row.Key, row => row.Last, cancel);
        var rows = overview.Others.Prepend(overview.Study).SelectMany(group => group.Organizations)
            .Select(row => new OrganizationReadiness(
                row, live.GetValueOrDefault(row.Id), heads.Contains(row.Id), sent.TryGetValue(row.Id, out var on) || got.TryGetValue(row.Id, out on) ? on : null));
        return new RegionReadiness(overview.RegionName, [.. rows.OrderByDescending(row => row.Missing.Count).ThenBy(row => row.Row.Name, StringComparer.Ordinal)]);
    }
}
