using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Journal;

/// <summary>The journal of the organisation in scope, newest first, in pages by the number of the line.</summary>
public sealed class ListRegisterJournal(MarshrutDb db, ReadJournalLines read) : IUseCase
{
    public const int PageSize = 50;

    /// <param name="filter">The conditions.</param>
    /// <param name="older">Show lines before this number; null: from the newest.</param>
    /// <param name="newer">Show lines after this number; counts where <paramref name="older"/> is null.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<RegisterJournalPage> List(RegisterJournalFilter filter, long? older, long? newer, CancellationToken cancel)
    {
        var lines = filter.Of(db).AsNoTracking();
        var backward = older is null && newer is not null;
        var found = await (backward
            ? lines.Where(line => line.Sequence > newer).OrderBy(line => line.Sequence)
            : lines.Where(line => older == null || line.Sequence < older).OrderByDescending(line => line.Sequence)).Take(PageSize + 1).ToListAsync(cancel);
        var isMore = found.Count > PageSize;
        var page = found.Take(PageSize).ToList();
        if (backward)
        {
            page.Reverse();
        }

        return new RegisterJournalPage(await read.Read(page, cancel), backward ? isMore : older is not null, backward || isMore);
    }
}
