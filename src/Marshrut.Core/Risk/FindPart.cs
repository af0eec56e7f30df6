using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Risk;

/// <summary>
/// Asks the register of the organisation in scope whether a part of it is there at all: a mistyped group is no group of nobody, and what was typed
/// goes into the journal only where the register says the same.
/// </summary>
public sealed class FindPart(MarshrutDb db) : IUseCase
{
    public Task<bool> Exists(AssessedPart part, CancellationToken cancel) => db.Enrolments.AnyAsync(
        row => (part.Programme == null || row.ProgrammeCode == part.Programme)
            && (part.Course == null || row.Course == part.Course)
            && (part.Group == null || row.Group == part.Group),
        cancel);
}
