using Marshrut.Core.Agreements;
using Marshrut.Core.People;
using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Marshrut.Core.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Consents;

/// <param name="State">Null: everybody.</param>
/// <param name="Search">Part of a name.</param>
public sealed record ConsentFilter(ConsentPurpose Purpose, ConsentState? State, string? Group, string? Search)
{
    public bool IsNarrowed => Group is not null || Search is not null;
}

/// <param name="Found">Everybody that the filter finds, by name.</param>
/// <param name="Counts">State → how many, over the whole organisation.</param>
/// <param name="All">How many there are in all.</param>
/// <param name="Groups">To choose from.</param>
/// <param name="Recipients">Id → name, of every employment centre named.</param>
public sealed record ConsentList(
    IReadOnlyList<ConsentLine> Found,
    IReadOnlyDictionary<ConsentState, int> Counts,
    int All,
    IReadOnlyList<string> Groups,
    IReadOnlyDictionary<long, string> Recipients,
    ConsentSituation Situation);

/// <summary>The registers of consents of the organisation in scope: given, missing, expiring, to be signed anew.</summary>
public sealed class ListConsents(MarshrutDb db, Sealer sealer, ConsentSnapshots snapshots, ListTransferRecipients recipients, TimeProvider clock) : IUseCase
{
    public async Task<ConsentList> List(ConsentFilter filter, CancellationToken cancel)
    {
        var today = clock.Today();
        var lines = await snapshots.Of(db, sealer, today, cancel);
        var live = await recipients.List(cancel);
        var situation = new ConsentSituation(today, live.Count == 1);
        var counts = Enum.GetValues<ConsentState>().ToDictionary(state => state, state => lines.Count(line => line.Is(state, filter.Purpose, situation)));
        var search = filter.Search is { } typed ? NameText.Normalize(typed) : null;
        var found = lines.Where(line =>
            (filter.State is not { } state || line.Is(state, filter.Purpose, situation))
            && (filter.Group is null || line.Group == filter.Group)
            && (search is null || line.SortName.Contains(search, StringComparison.Ordinal))).ToList();
        var named = found.Select(line => line.Transfer.RecipientId).OfType<long>().Distinct().ToList();
        var names = named.Count == 0 ? [] : await db.Organizations
            .Where(row => row.Kind == OrganizationKind.EmploymentCentre && named.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        return new ConsentList(
            found, counts, lines.Length,
            [.. lines.Select(line => line.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            names, situation);
    }
}
