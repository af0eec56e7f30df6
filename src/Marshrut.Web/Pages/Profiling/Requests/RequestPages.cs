using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Profiling.Requests;
using Marshrut.Rules.Profiling;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Pages.Register;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Profiling.Requests;

/// <summary>What the pages of client requests share: where they lead and how a state looks.</summary>
public abstract class RequestPages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/requests";

    /// <summary>What the list of people is called here.</summary>
    public string PeopleWord => workplace.People();

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    /// <summary>Whoever reads the journal of the organisation heads it.</summary>
    public bool MayRule => workplace.Can(Permission.SeeJournal);

    protected Workplace Workplace => workplace;

    public static Tone ToneOf(RequestState state) => state switch
    {
        RequestState.Open => Tone.Wait,
        RequestState.InWork => Tone.Busy,
        RequestState.Met => Tone.Good,
        _ => Tone.Quiet,
    };

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    public string CardPath(long enrolmentId) => string.Create(CultureInfo.InvariantCulture, $"{Organization}/students/{enrolmentId}");

    protected static IReadOnlyList<SelectListItem> Items(IEnumerable<Responsible> staff, long? chosen) =>
        [.. staff.Select(one => new SelectListItem(one.FullName, one.UserId.ToString(CultureInfo.InvariantCulture), one.UserId == chosen))];
}
