using System.Globalization;
using Marshrut.Core.Accounts;
using Marshrut.Core.People;
using Marshrut.Core.Register.Consents;
using Marshrut.Rules.Consents;
using Marshrut.Rules.Language;
using Marshrut.Web.Infrastructure.Access;
using Marshrut.Web.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Marshrut.Web.Pages.Register.Consents;

/// <summary>What the pages of consents share: where they lead and how things are said.</summary>
public abstract class ConsentPages(Workplace workplace) : PageModel
{
    public string Organization => $"/o/{Uri.EscapeDataString(workplace.OrganizationCode)}";

    public string Path => Organization + "/consents";

    public bool MayEdit => workplace.Can(Permission.EditPeople);

    public bool MayEditTexts => workplace.Can(Permission.EditConsentTexts);

    public bool MayExport => workplace.Can(Permission.ExportPeople);

    protected Workplace Workplace => workplace;

    public string CardOf(ConsentLine line) => string.Create(CultureInfo.InvariantCulture, $"{Organization}/students/{line.EnrolmentId}/consents");

    public static IReadOnlyList<ConsentPurpose> Purposes => Enum.GetValues<ConsentPurpose>();

    /// <summary>«Согласие на передачу в центр занятости».</summary>
    public static string Title(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Transfer => "Согласие на передачу в центр занятости",
        ConsentPurpose.Health => "Согласие на сведения о здоровье",
        _ => "Согласие на определение риска",
    };

    public static string Short(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Transfer => "Передача в ЦЗН",
        ConsentPurpose.Health => "Сведения о здоровье",
        _ => "Определение риска",
    };

    public static string Words(ConsentState state) => state switch
    {
        ConsentState.Given => "Есть",
        ConsentState.Missing => "Нет",
        ConsentState.Expiring => "Скоро закончатся",
        ConsentState.Outgrown => "Подписать заново",
        ConsentState.NamesNobody => "Получатель не указан",
        _ => "Отозваны",
    };

    /// <summary>How the consent stands, in a few words with the tone of its mark.</summary>
    public static (Tone Tone, string Icon, string Words) Mark(ConsentLine line, ConsentPurpose purpose, ConsentSituation now)
    {
        var standing = line[purpose];
        return line.Is(ConsentState.Withdrawn, purpose, now) ? (Tone.Bad, "x", $"отозвано {Russian.Date(standing.WithdrawnOn!.Value)}")
            : standing.SignedOn is not { } signed ? (Tone.Bad, "x", "нет")
            : line.Is(ConsentState.Outgrown, purpose, now) ? (Tone.Wait, "signature", "подписать заново: исполнилось 18")
            : line.Is(ConsentState.NamesNobody, purpose, now) ? (Tone.Wait, "help-circle", "получатель не указан")
            : line.Is(ConsentState.Expiring, purpose, now) ? (Tone.Wait, "clock", $"подписано {Russian.Date(signed)}")
            : (Tone.Good, "check", $"подписано {Russian.Date(signed)}");
    }

    /// <summary>«18 лет 12.03.2027»: until then a representative signs; null for an adult.</summary>
    public static string? MinorUntil(ConsentLine line, DateOnly today) =>
        ConsentAge.IsMinor(line.BirthDate, today) ? $"18 лет {Russian.Date(ConsentAge.AdultOn(line.BirthDate))}" : null;
}
