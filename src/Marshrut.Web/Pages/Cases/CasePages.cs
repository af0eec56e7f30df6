using System.Globalization;
using Marshrut.Core.Cases;
using Marshrut.Rules.Cases;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Cases;

/// <summary>What the pages of cases share: where they lead and how a state looks.</summary>
public abstract class CasePages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/cases";

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    protected Workplace Workplace => workplace;

    public static Tone ToneOf(CaseState state) => state switch
    {
        CaseState.Opened => Tone.Wait,
        CaseState.InWork => Tone.Busy,
        CaseState.Closed => Tone.Good,
        _ => Tone.Quiet,
    };

    public static IReadOnlyList<SelectListItem> Outcomes =>
    [
        .. Enum.GetValues<CaseOutcome>().Where(outcome => outcome.IsChoice).Select(outcome => new SelectListItem(CaseWords.Outcome(outcome), outcome.ToString())),
    ];

    /// <summary>What a call can end with, in the order of its keys.</summary>
    public static IReadOnlyList<(ContactResult Result, string Icon)> Results { get; } =
    [
        (ContactResult.Spoke, "message"),
        (ContactResult.CallLater, "clock"),
        (ContactResult.NoAnswer, "phone-off"),
        (ContactResult.WrongNumber, "x"),
        (ContactResult.Works, "briefcase"),
        (ContactResult.Refuses, "hand-stop"),
    ];

    public static string Button(ContactResult result) => result switch
    {
        ContactResult.Spoke => "Поговорили",
        ContactResult.CallLater => "Перезвонить позже",
        ContactResult.NoAnswer => "Не ответил",
        ContactResult.WrongNumber => "Номер неверный",
        ContactResult.Works => "Уже работает",
        _ => "Отказывается",
    };

    protected static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
