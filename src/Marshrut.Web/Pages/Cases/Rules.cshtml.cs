using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.Cases;
using Marshrut.Core.Cases.Leaves;
using Marshrut.Core.Cases.Steps;
using Marshrut.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases;

/// <summary>Who is away and who covers, and after how many attempts a contact is lost.</summary>
public sealed class RulesModel(
    Workplace workplace, ListLeaves leaves, ListCurators curators, ShowLostAfter lost, SetLeave set, EndLeave end, SetLostAfter setLost) : CasePages(workplace)
{
    [BindProperty]
    public long? Curator { get; set; }

    [BindProperty]
    public long? Cover { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Attempts { get; set; }

    public IReadOnlyList<LeaveLine> Leaves { get; private set; } = [];

    public int LostAfter { get; private set; }

    /// <summary>The head of the centre, who also signs its agreements.</summary>
    public bool MayRule => Workplace.Can(Permission.EditAgreements);

    private IReadOnlyList<Curator> AllStaff { get; set; } = [];

    private string Here => Path + "/rules";

    public IReadOnlyList<SelectListItem> Staff(long? chosen) => [.. AllStaff.Select(one => new SelectListItem(one.FullName, Text(one.UserId), one.UserId == chosen))];

    public Task OnGet(CancellationToken cancel) => Load(cancel);

    public Task<IActionResult> OnPostLeave(CancellationToken cancel) => Act(
        () => Load(cancel),
        async () =>
        {
            await set.Set(new LeaveInput(Curator, Cover, Day(From), Day(Until)), cancel);
            return true;
        },
        "Отпуск записан.",
        Here);

    public Task<IActionResult> OnPostEnd(long id, CancellationToken cancel) => Act(() => Load(cancel), () => end.End(id, cancel), "Запись об отпуске завершена.", Here);

    [Requires(Permission.EditAgreements)]
    public Task<IActionResult> OnPostLost(CancellationToken cancel) => Act(
        () => Load(cancel),
        async () =>
        {
            await setLost.Set(int.TryParse(Attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null, cancel);
            return true;
        },
        "Число попыток сохранено.",
        Here);

    private async Task<bool> Load(CancellationToken cancel)
    {
        Leaves = await leaves.List(cancel);
        AllStaff = await curators.List(cancel);
        LostAfter = await lost.Show(cancel);
        Attempts ??= Text(LostAfter);
        return true;
    }
}
