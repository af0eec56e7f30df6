using System.Text.Json;
using Marshrut.Core.Accounts;
using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Agreements;

/// <summary>One act on an agreement in plain words.</summary>
/// <param name="Version">The version that it led to.</param>
/// <param name="By">Full name; empty: the program.</param>
/// <param name="Side">Name of the organisation that acted.</param>
public sealed record AgreementAct(DateTime At, int Version, string Sentence, IReadOnlyList<string> Changes, string By, string Side);

/// <summary>
/// Says an act to the chains of both parties, and tells it again. Dates, numbers and reasons stand there; of the responsible people only that they changed.
/// </summary>
public sealed class AgreementJournal(MarshrutDb db) : IUseCase
{
    /// <summary>Stands in a filtered index too.</summary>
    private const string Subject = "agreement";

    internal void Write(Agreement agreement, string action, string? reason = null, IReadOnlyList<AuditChange>? changes = null)
    {
        var details = new { version = agreement.Version, side = db.Scope.OrganizationId, endedOn = agreement.EndedOn, reason, changes = changes ?? [] };
        foreach (var party in new[] { agreement.FromOrganizationId, agreement.ToOrganizationId })
        {
            db.Audit(new AuditDraft(party, action, Subject, agreement.Id, Details: details));
        }
    }

    /// <summary>What was done to an agreement after a version of it, newest first, as the chain of the organisation in scope has it.</summary>
    /// <param name="afterVersion">−1: everything.</param>
    internal async Task<IReadOnlyList<AgreementAct>> Read(long agreementId, int afterVersion, CancellationToken cancel)
    {
        var chain = AuditLog.ChainOf(db.Scope.OrganizationId);
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.SubjectKind == Subject && entry.SubjectId == agreementId && entry.Chain == chain)
            .OrderByDescending(entry => entry.Sequence)
            .ToListAsync(cancel);
        var told = entries.ConvertAll(entry => (Entry: entry, Details: JsonSerializer.Deserialize<Told>(entry.Details, JsonSerializerOptions.Web)!));
        var since = told.Where(act => act.Details.Version > afterVersion).ToList();
        var userIds = since.Select(act => Actors.UserIn(act.Entry.Actor)).OfType<long>().Distinct().ToList();
        var sideIds = since.Select(act => act.Details.Side).Distinct().ToList();
        var users = await db.Users.AsNoTracking().Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.FullName, cancel);
        var sides = await db.Organizations.AsNoTracking().Where(row => sideIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return since.ConvertAll(act => new AgreementAct(
            act.Entry.At,
            act.Details.Version,
            AgreementWords.Sentence(act.Entry.Action, act.Details.EndedOn, act.Details.Reason, act.Details.Changes),
            [.. act.Details.Changes.Select(AgreementWords.Change)],
            Actors.UserIn(act.Entry.Actor) is { } user ? users.GetValueOrDefault(user, "") : "",
            sides.GetValueOrDefault(act.Details.Side, "")));
    }

    private sealed record Told(int Version, long Side, DateOnly? EndedOn, string? Reason, IReadOnlyList<AuditChange> Changes);
}
