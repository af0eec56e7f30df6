using System.Globalization;
using Marshrut.Core.Transfers;
using Marshrut.Core.Transfers.Drafts;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Transfers;

/// <summary>What the sender's pages of transfers share: where they lead and how a state is said.</summary>
public abstract class TransferPages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/transfers";

    public string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");

    public string DraftPath(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/drafts/{id}");

    public string CardOf(long enrolmentId) => string.Create(CultureInfo.InvariantCulture, $"{Organization}/students/{enrolmentId}");

    public static Tone ToneOf(TransferItemState state) => state switch
    {
        TransferItemState.Waiting => Tone.Wait,
        TransferItemState.Accepted => Tone.Good,
        TransferItemState.Returned => Tone.Bad,
        _ => Tone.Quiet,
    };

    /// <summary>What is missing, as the reason of «не хватает».</summary>
    public static string Words(TransferProblem problem) => problem switch
    {
        TransferProblem.NoLevel => "уровень не определён",
        TransferProblem.NotHigh => "уровень невысокий",
        TransferProblem.NotConfirmed => "уровень не подтверждён",
        TransferProblem.NoSpecialNeeds => "нет сведений об ограничениях или согласия на них",
        TransferProblem.NoConsent => "нет согласия на передачу",
        TransferProblem.ConsentNamesNobody => "в согласии не указан получатель",
        TransferProblem.ConsentNamesAnother => "в согласии указан другой центр занятости",
        TransferProblem.NoContact => "нет телефона и почты",
        _ => "уже передан: ждёт ответа или сопровождается",
    };

    /// <summary>Where it is mended; null: nothing is to be done here.</summary>
    public string? MendingOf(TransferProblem problem, long enrolmentId) => problem switch
    {
        TransferProblem.NoConsent or TransferProblem.ConsentNamesNobody or TransferProblem.ConsentNamesAnother or TransferProblem.NoSpecialNeeds => CardOf(enrolmentId) + "/consents",
        TransferProblem.NoContact => CardOf(enrolmentId) + "/person",
        TransferProblem.NoLevel or TransferProblem.NotConfirmed => CardOf(enrolmentId),
        _ => null,
    };

    public static string MendingWords(TransferProblem problem) => problem switch
    {
        TransferProblem.NoConsent => "Внести согласие",
        TransferProblem.NoContact => "Внести телефон",
        TransferProblem.NoLevel => "Определить риск",
        TransferProblem.NotConfirmed => "Подтвердить уровень",
        _ => "Проверить согласие",
    };

    public static string Words(LeftOut reason) => reason switch
    {
        LeftOut.SignedOffer => "есть подписанное предложение работы",
        LeftOut.TargetContract => "целевой договор",
        LeftOut.FurtherStudy => "продолжит учёбу",
        LeftOut.NoPlace => "не хватило мест этого месяца",
        _ => "будет жить в районе другого центра занятости",
    };
}
