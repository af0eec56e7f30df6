using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.Lists;

/// <summary>Everybody whom a filter finds, for «Выбрать все».</summary>
public sealed class FindCases(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyList<long>> Find(CaseFilter filter, CancellationToken cancel) =>
        await ListCases.OrderOf(filter).Of(filter.Of(db, clock.Today()), backward: false).Select(line => line.Id).ToListAsync(cancel);
}
