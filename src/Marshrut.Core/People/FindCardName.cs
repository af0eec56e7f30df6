using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.People;

/// <summary>Whose card it is, for pages that stand on one.</summary>
public sealed class FindCardName(MarshrutDb db) : IUseCase
{
    /// <returns>The whole name; null: there is no such card here.</returns>
    public async Task<string?> Find(long enrolmentId, CancellationToken cancel) =>
        await db.Enrolments.AsNoTracking().Where(row => row.Id == enrolmentId)
            .Join(db.People.AsNoTracking(), row => row.PersonId, person => person.Id, (_, person) => new { person.LastName, person.FirstName, person.MiddleName })
            .FirstOrDefaultAsync(cancel) is { } name
            ? $"{name.LastName} {name.FirstName} {name.MiddleName}".TrimEnd()
            : null;
}
