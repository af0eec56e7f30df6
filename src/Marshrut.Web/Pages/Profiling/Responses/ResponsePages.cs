using System.Globalization;
using Marshrut.Core.People;
using Marshrut.Core.Profiling.Responses;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Register;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Profiling.Responses;

/// <summary>What the pages of responses share: whose card they stand on.</summary>
public abstract class ResponsePages(Workplace workplace, FindCardName person) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string PeopleWord => workplace.People();

    public bool HasPupils => workplace.HasPupils();

    public string FullName { get; private set; } = "";

    public string Card { get; private set; } = "";

    public bool ShowsRisk => workplace.Can(Core.Accounts.Permission.DetermineRisk);

    protected async Task<bool> LoadCard(long id, CancellationToken cancel)
    {
        if (await person.Find(id, cancel) is not { } name)
        {
            return false;
        }

        (FullName, Card) = (name, string.Create(CultureInfo.InvariantCulture, $"{Organization}/students/{id}"));
        return true;
    }

    public static string WayWords(ResponseWay way) => way switch
    {
        ResponseWay.ByPhone => "по телефону",
        ResponseWay.InPerson => "лично",
        ResponseWay.ByLink => "сам, по ссылке или коду",
        _ => "с бумажной анкеты",
    };
}
