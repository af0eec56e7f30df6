using Marshrut.Core.Organizations;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>Districts of the organisation's region; without a directory there is nothing to choose from and any name is taken (DOMAIN §5).</summary>
internal static class DistrictChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> Read(ListDistricts districts, Workplace workplace, CancellationToken cancel) =>
        await districts.List(workplace.RegionCode, cancel) is { } region ? [.. region.Districts.Select(row => new SelectListItem(row.Name, row.Name))] : [];
}
