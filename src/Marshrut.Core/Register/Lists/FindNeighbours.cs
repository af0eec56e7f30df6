using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

public sealed record Neighbour(long EnrolmentId, string LastName);

public sealed record Neighbours(Neighbour? Previous, Neighbour? Next);

/// <summary>Who stands before and after an enrolment in a list: three commands; nobody where the list is narrowed to a characteristic, whose bits are sealed.</summary>
public sealed class FindNeighbours(MarshrutDb db, TimeProvider clock) : IUseCase
{
    public async Task<Neighbours> Find(long enrolmentId, EnrolmentFilter filter, EnrolmentOrder order, CancellationToken cancel)
    {
        if (filter.Characteristic is not null)
        {
            return new Neighbours(null, null);
        }

        var key = await EnrolmentLines.Of(db).FirstOrDefaultAsync(line => line.EnrolmentId == enrolmentId, cancel);
        if (key is null)
        {
            return new Neighbours(null, null);
        }

        var lines = EnrolmentLines.Of(db, filter, clock.Today());
        return new Neighbours(
            await First(lines.Beyond(key, order, backward: true).Ordered(order, backward: true), cancel),
            await First(lines.Beyond(key, order, backward: false).Ordered(order, backward: false), cancel));
    }

    private static Task<Neighbour?> First(IQueryable<EnrolmentLine> lines, CancellationToken cancel) =>
        lines.Select(line => new Neighbour(line.EnrolmentId, line.LastName)).FirstOrDefaultAsync(cancel);
}
