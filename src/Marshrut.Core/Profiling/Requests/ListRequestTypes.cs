using Marshrut.Core.Platform.Data;
using Marshrut.Rules.Profiling;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Profiling.Requests;

/// <param name="OwnId">Of a type that the organisation added; null: it is common to all.</param>
/// <param name="IsRetired">Not offered any more.</param>
public sealed record RequestTypeLine(string Code, string Title, bool IsMandatory, long? OwnId = null, bool IsRetired = false);

/// <summary>The catalogue of types of the organisation in scope: the five mandatory first, its own last.</summary>
public sealed class ListRequestTypes(MarshrutDb db) : IUseCase
{
    public async Task<IReadOnlyList<RequestTypeLine>> List(CancellationToken cancel)
    {
        var own = await db.OwnRequestTypes.AsNoTracking().OrderBy(row => row.Title).ThenBy(row => row.Id).ToListAsync(cancel);
        return
        [
            .. RequestTypes.All.Select(type => new RequestTypeLine(type.Code, type.Title, type.IsMandatory)),
            .. own.Select(row => new RequestTypeLine(row.Code, row.Title, false, row.Id, row.IsRetired)),
        ];
    }
}
