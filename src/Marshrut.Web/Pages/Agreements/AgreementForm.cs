using System.ComponentModel.DataAnnotations;
using Marshrut.Core.Agreements;

namespace Marshrut.Web.Pages.Agreements;

/// <summary>The fields of an agreement that may change, as they are typed.</summary>
public sealed class AgreementForm
{
    [Display(Name = "Номер соглашения")]
    [Required(ErrorMessage = "Напишите номер соглашения. Если номера нет, напишите «б/н»")]
    public string Number { get; set; } = "";

    [Display(Name = "Подписано")]
    [Required(ErrorMessage = "Укажите день подписи")]
    public DateOnly? SignedOn { get; set; }

    [Display(Name = "Действует с")]
    [Required(ErrorMessage = "Укажите первый день действия")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "Действует по")]
    public DateOnly? ValidTo { get; set; }

    [Display(Name = "Срок приёма, рабочих дней")]
    [Required(ErrorMessage = "Укажите срок приёма: от 1 до 30 рабочих дней")]
    public int? AcceptanceDays { get; set; } = AgreementTerms.DefaultAcceptanceDays;

    public PersonForm FromPerson { get; set; } = new();

    public PersonForm ToPerson { get; set; } = new();

    public static AgreementForm Of(AgreementTerms terms) => new()
    {
        Number = terms.Number,
        SignedOn = terms.SignedOn,
        ValidFrom = terms.ValidFrom,
        ValidTo = terms.ValidTo,
        AcceptanceDays = terms.AcceptanceDays,
        FromPerson = PersonForm.Of(terms.FromPerson),
        ToPerson = PersonForm.Of(terms.ToPerson),
    };

    /// <summary>Of a form in which everything needed is filled in.</summary>
    public AgreementTerms Terms() => new(
        Number, SignedOn!.Value, ValidFrom!.Value, ValidTo, AcceptanceDays!.Value, FromPerson.Person(), ToPerson.Person());

    /// <summary>Field of the page at which a rule's sentence stands; empty: over the form.</summary>
    public static string FieldOf(string code) => code switch
    {
        "party-unknown" or "parties-misfit" or "parties-of-two-regions" => "Party",
        "number-unusable" or "number-taken" => "Input.Number",
        "begins-before-signed" or "another-in-force" => "Input.ValidFrom",
        "ends-before-beginning" => "Input.ValidTo",
        "acceptance-term" => "Input.AcceptanceDays",
        "from-person" => "Input.FromPerson.Name",
        "from-person-email" => "Input.FromPerson.Email",
        "to-person" => "Input.ToPerson.Name",
        "to-person-email" => "Input.ToPerson.Email",
        "reason-missing" or "reason-long" => "Reason",
        "ended-before-signed" or "ended-after-term" => "On",
        _ => "",
    };

    public sealed class PersonForm
    {
        [Display(Name = "Фамилия, имя, отчество")]
        [Required(ErrorMessage = "Напишите, кто отвечает за соглашение")]
        public string Name { get; set; } = "";

        [Display(Name = "Должность")]
        public string? Position { get; set; }

        [Display(Name = "Телефон")]
        public string? Phone { get; set; }

        [Display(Name = "Электронная почта")]
        public string? Email { get; set; }

        public static PersonForm Of(ResponsiblePerson person) => new() { Name = person.Name, Position = person.Position, Phone = person.Phone, Email = person.Email };

        public ResponsiblePerson Person() => new(Name, Position, Phone, Email);
    }
}
