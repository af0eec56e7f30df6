using Marshrut.Core.Platform;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;

namespace Marshrut.Core.Agreements;

/// <summary>What an agreement of a ЦЗН and a ЦК must hold to, each as a sentence. All throw <see cref="RuleViolation"/>.</summary>
public static class AgreementRules
{
    /// <summary>Nothing older is worked by, and a year typed with a slip is seen.</summary>
    public static readonly DateOnly EarliestSigning = new(2000, 1, 1);

    /// <summary>Years from the signing to the first day, and from the first day to the last.</summary>
    public const int LongestYears = 20;

    /// <summary>DOMAIN §2: the agreement is between a ЦЗН and the career centre of a college or university; R41: nothing crosses the border of a region.</summary>
    public static void PartiesFitEachOther(Party from, Party to)
    {
        if (from.Kind is not (OrganizationKind.College or OrganizationKind.University) || to.Kind != OrganizationKind.EmploymentCentre)
        {
            throw new RuleViolation("parties-misfit", "Соглашение заключают колледж или вуз и центр занятости. Выберите другую организацию.");
        }

        if (from.RegionCode != to.RegionCode)
        {
            throw new RuleViolation("parties-of-two-regions", "Организации из разных регионов. Соглашение заключают внутри одного региона; выберите другую организацию.");
        }
    }

    public static void NumberIsGiven(AgreementTerms terms)
    {
        if (terms.Number.Length is 0 or > AgreementTerms.LongestNumber)
        {
            throw new RuleViolation("number-unusable", $"Напишите номер соглашения так, как он стоит в документе, не длиннее {AgreementTerms.LongestNumber} знаков. Если номера нет, напишите «б/н».");
        }
    }

    public static void DatesAreInOrder(AgreementTerms terms)
    {
        if (terms.ValidFrom < terms.SignedOn)
        {
            throw new RuleViolation("begins-before-signed", "Соглашение не может действовать раньше, чем подписано. Проверьте день начала и день подписи.");
        }

        if (terms.ValidTo < terms.ValidFrom)
        {
            throw new RuleViolation("ends-before-beginning", "Последний день действия раньше первого. Проверьте обе даты.");
        }
    }

    /// <param name="today">A signed agreement is entered, not one that will be signed.</param>
    public static void DatesAreLikely(AgreementTerms terms, DateOnly today)
    {
        if (terms.SignedOn < EarliestSigning || terms.SignedOn > today)
        {
            throw new RuleViolation("signed-unlikely", $"«Подписано»: от {Russian.Date(EarliestSigning)} до сегодняшнего дня, {Russian.Date(today)}. Проверьте день подписи.");
        }

        if (terms.ValidFrom > terms.SignedOn.AddYears(LongestYears))
        {
            throw new RuleViolation("begins-unlikely", $"«Действует с»: не позже чем через {LongestYears} лет после подписи. Проверьте год.");
        }

        if (terms.ValidTo > terms.ValidFrom.AddYears(LongestYears))
        {
            throw new RuleViolation("ends-unlikely", $"«Действует по»: не позже чем через {LongestYears} лет после начала. Проверьте год или оставьте поле пустым.");
        }
    }

    public static void AcceptanceTermIsWithinBounds(AgreementTerms terms)
    {
        if (terms.AcceptanceDays is < AgreementTerms.FewestAcceptanceDays or > AgreementTerms.MostAcceptanceDays)
        {
            throw new RuleViolation(
                "acceptance-term", $"Срок приёма — от {AgreementTerms.FewestAcceptanceDays} до {AgreementTerms.MostAcceptanceDays} рабочих дней. Напишите число в этих пределах.");
        }
    }

    public static void EachSideNamesSomebody(AgreementTerms terms)
    {
        IsNamed(terms.FromPerson, "from-person", "колледжа или вуза");
        IsNamed(terms.ToPerson, "to-person", "центра занятости");
    }

    public static void NumberIsNotTaken(long id, AgreementTerms terms, IEnumerable<Agreement> others)
    {
        var key = AgreementTerms.KeyOf(terms.Number);
        if (others.Any(other => other.Id != id && other.NumberKey == key && other.SignedOn == terms.SignedOn))
        {
            throw new RuleViolation(
                "number-taken", "Соглашение этих организаций с таким номером и днём подписи уже есть. Проверьте номер и день подписи или измените прежнее соглашение.");
        }
    }

    /// <summary>Else nobody could say which term of acceptance holds.</summary>
    public static void NoOtherIsInForceAtTheSameTime(long id, AgreementTerms terms, IEnumerable<Agreement> others)
    {
        if (others.FirstOrDefault(one => one.Id != id && one.Overlaps(terms.ValidFrom, terms.ValidTo)) is not { } other)
        {
            return;
        }

        var until = other.LastDay is { } last ? $"по {Russian.Date(last)}" : "без срока окончания";
        throw new RuleViolation(
            "another-in-force",
            $"Эти организации уже связаны соглашением № {other.Number}, с {Russian.Date(other.ValidFrom)} {until}. Сначала прекратите его или начните новое позже.");
    }

    public static void IsNotEnded(Agreement agreement)
    {
        if (agreement.EndedOn is { } day)
        {
            throw new RuleViolation("already-ended", $"Соглашение прекращено с {Russian.Date(day)}, изменить его уже нельзя. Если стороны договорились снова, добавьте новое.");
        }
    }

    public static void EndsWithinItsTerm(Agreement agreement, DateOnly on)
    {
        if (on < agreement.SignedOn)
        {
            throw new RuleViolation("ended-before-signed", $"Соглашение подписано {Russian.Date(agreement.SignedOn)}. Прекратить его можно с этого дня или позже.");
        }

        if (agreement.ValidTo is { } last && on > last)
        {
            throw new RuleViolation("ended-after-term", $"Соглашение и так действует только по {Russian.Date(last)}. Укажите день не позже этого.");
        }
    }

    private static void IsNamed(ResponsiblePerson person, string code, string side)
    {
        if (person.Name.Length == 0)
        {
            throw new RuleViolation(code, $"Напишите, кто отвечает за соглашение со стороны {side}: фамилия, имя, отчество.");
        }

        if (new[] { person.Name, person.Position, person.Phone, person.Email }.Any(text => text?.Length > AgreementTerms.LongestText))
        {
            throw new RuleViolation(code, $"Имя, должность, телефон и почта ответственного — не длиннее {AgreementTerms.LongestText} знаков. Сократите.");
        }

        if (person.Email is { } email && !EmailAddress.TryParse(email, out _))
        {
            throw new RuleViolation(code + "-email", "Не похоже на адрес почты. Напишите его так: имя@организация.рф, или оставьте поле пустым.");
        }
    }
}
