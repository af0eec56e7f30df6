using Marshrut.Core.Platform.Audit;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;

namespace Marshrut.Core.Profiling.Campaigns;

/// <param name="Code">«7KM4-PX2R».</param>
public sealed record CodeSlip(string FullName, string? Group, string Code);

/// <summary>Codes of those who have not answered, to be cut and handed out; told to the journal, for a code and a birth date let somebody in.</summary>
public sealed class PrintCodes(MarshrutDb db, ListSilent silent, PersonalLinks links) : IUseCase
{
    public const int Most = 500;

    /// <param name="campaignId">Of a campaign that was found.</param>
    /// <param name="group">One group; null: all.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The slips, and how many do not fit on one print.</returns>
    public async Task<(IReadOnlyList<CodeSlip> Slips, int Left)> Print(long campaignId, string? group, CancellationToken cancel)
    {
        var lines = await silent.All(campaignId, group, cancel);
        var slips = lines.Take(Most).Select(line => new CodeSlip($"{line.LastName} {line.FirstName} {line.MiddleName}".TrimEnd(), line.Group, links.Code(line.InvitationId))).ToList();
        db.Audit(new AuditDraft(db.Scope.OrganizationId, AuditActions.Exported, "campaign", campaignId, Details: new { what = "campaign-codes", rows = slips.Count }));
        await db.SaveChangesAsync(cancel);
        return (slips, lines.Count - slips.Count);
    }

    /// <summary>The code on the wall.</summary>
    public string Wall(long campaignId) => links.Code(campaignId);
}
