using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Organizations;

/// <param name="Code"><c>NN.NN.NN</c>.</param>
public sealed record ProgrammeChoice(string Code, string Name);

/// <summary>The codes of the directory that are in force and that such an organisation may teach, for a list to pick from. Others may be typed (R6).</summary>
public sealed class ListProgrammeChoices(MarshrutDb db, TimeProvider clock) : IUseCase
{
    /// <param name="kind">A school has no programmes; a college has professions and specialities, <c>NN.01.NN</c> and <c>NN.02.NN</c>.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<ProgrammeChoice>> List(OrganizationKind kind, CancellationToken cancel)
    {
        if (kind == OrganizationKind.School)
        {
            return [];
        }

        var today = clock.Today();
        var isCollege = kind == OrganizationKind.College;
        return await db.Programmes.AsNoTracking()
            .Where(row => row.ValidTo == null || row.ValidTo >= today)
            .Where(row => !isCollege || row.Code.Substring(2, 4) == ".01." || row.Code.Substring(2, 4) == ".02.")
            .OrderBy(row => row.Code)
            .Select(row => new ProgrammeChoice(row.Code, row.Name))
            .ToListAsync(cancel);
    }
}
