using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Marshrut.Core.Platform.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Register.Lists;

/// <summary>How many a filter finds: exact up to <see cref="ListEnrolments.CountLimit"/> (R49).</summary>
public sealed class CountEnrolments(MarshrutDb db, Sealer sealer, TimeProvider clock) : IUseCase
{
    public async Task<int> Count(EnrolmentFilter filter, CancellationToken cancel)
    {
        var lines = EnrolmentLines.Of(db, filter, clock.Today());
        if (filter.Characteristic is not { } code)
        {
            return await lines.Select(line => line.EnrolmentId).Take(ListEnrolments.CountLimit + 1).CountAsync(cancel);
        }

        var bit = ListEnrolments.Bit(code);
        var count = 0;
        await foreach (var line in lines.Where(line => line.AssessmentId != null).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (ListEnrolments.Has(line, bit, sealer) && ++count > ListEnrolments.CountLimit)
            {
                break;
            }
        }

        return count;
    }
}
