using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Cases;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers;

/// <summary>How the latest hand-over of a person stands, for a list.</summary>
/// <param name="Outcome">How the case ended; null: it goes on, or there is none.</param>
/// <param name="CuratorName">Full name; null: none.</param>
public sealed record HandedLine(TransferItemState State, CaseState? CaseState, CaseOutcome? Outcome, string? CuratorName, DateOnly? LastActivityOn);

/// <summary>How people of the register in scope stand who were handed over (З1.5): one command for a page of a list.</summary>
public sealed class ReadHandedLines(MarshrutDb db) : IUseCase
{
    /// <param name="people">Ids of the page; null: everybody who was ever handed over.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>By person; who was never handed over is not in it.</returns>
    public async Task<IReadOnlyDictionary<long, HandedLine>> Read(IReadOnlyCollection<long>? people, CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var items = db.TransferItems.AsNoTracking().Where(item => item.FromOrganizationId == own);
        if (people is not null)
        {
            items = items.Where(item => people.Contains(item.PersonId));
        }

        var found = new Dictionary<long, HandedLine>();
        await foreach (var row in items.OrderBy(item => item.Id)
            .Select(item => new { item.PersonId, Line = new HandedLine(item.State, item.CaseState, item.Outcome, item.CuratorName, item.LastActivityOn) })
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            found[row.PersonId] = row.Line;
        }

        return found;
    }
}
