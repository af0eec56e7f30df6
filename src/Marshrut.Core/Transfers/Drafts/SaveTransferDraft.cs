using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Transfers.Drafts;

/// <param name="Chosen">Lines that go along; all others of the draft stay.</param>
/// <param name="Needs">Line → what the employment centre is asked for the person (К1.3); blank: nothing. Lines that are not named keep theirs.</param>
public sealed record ChosenLines(long DraftId, IReadOnlyCollection<long> Chosen, IReadOnlyDictionary<long, string?> Needs);

/// <summary>A specialist decides who of a draft goes along and what is asked for whom.</summary>
public sealed class SaveTransferDraft(MarshrutDb db, Sealer sealer) : IUseCase
{
    /// <returns>False: there is no such draft.</returns>
    /// <exception cref="RuleViolation"><c>text-long</c>; nothing is saved then.</exception>
    public async Task<bool> Save(ChosenLines input, CancellationToken cancel)
    {
        if (!await db.TransferDrafts.AnyAsync(row => row.Id == input.DraftId, cancel))
        {
            return false;
        }

        var ids = input.Chosen.ToHashSet();
        foreach (var row in await db.TransferDraftPeople.Where(row => row.DraftId == input.DraftId).ToListAsync(cancel))
        {
            row.IsChosen = ids.Contains(row.Id);
            if (input.Needs.TryGetValue(row.Id, out var typed))
            {
                var text = ExchangedText.OrNone(typed);
                var before = row.Needs is { } kept ? sealer.OpenNote(kept, SealPurpose.TransferNeeds, row.Id) : null;
                row.Needs = text == before ? row.Needs : text is null ? null : sealer.SealNote(text, SealPurpose.TransferNeeds, row.Id);
            }
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
