using Marshrut.Core.Cases.Outside;
using Marshrut.Core.Organizations;
using Marshrut.Core.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Marshrut.Core.Cases.PassingOn;

/// <param name="Districts">It serves them; empty: none is written down.</param>
public sealed record OtherOffice(long Id, string Name, IReadOnlyList<string> Districts);

/// <summary>
/// To whom the centre in scope may pass a person on: the other offices of its service that work in the program. The consent names the service (DOMAIN §13), so
/// it covers them; a centre of another service needs a consent of its own, which only the ЦК can ask for.
/// </summary>
public sealed class FindOtherOffices(MarshrutDb db, FindServiceOffices service) : IUseCase
{
    public async Task<IReadOnlyList<OtherOffice>> Find(CancellationToken cancel)
    {
        var own = db.Scope.OrganizationId;
        var offices = (await service.Find(own, cancel))?.Offices.Where(office => office.Id != own).ToList() ?? [];
        var ids = offices.ConvertAll(office => office.Id);
        var districts = (await db.Districts.AsNoTracking().Where(row => row.ServedById != null && ids.Contains(row.ServedById.Value)).OrderBy(row => row.Name).ToListAsync(cancel))
            .ToLookup(row => row.ServedById!.Value, row => row.Name);
        var found = new List<OtherOffice>();
        foreach (var office in offices)
        {
            if (!await db.IsOutside(office.Id, cancel))
            {
                found.Add(new OtherOffice(office.Id, office.Name, [.. districts[office.Id]]));
            }
        }

        return found;
    }
}
