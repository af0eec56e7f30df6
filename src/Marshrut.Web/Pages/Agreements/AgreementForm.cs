using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Core.Agreements;
using Marshrut.Rules.Language;

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

    /// <summary>Of texts by field, as <see cref="Texts"/> gives them.</summary>
    public static AgreementForm Of(IReadOnlyDictionary<string, string?> texts) => new()
    {
        Number = texts["Number"] ?? "",
        SignedOn = Day(texts["SignedOn"]),
        ValidFrom = Day(texts["ValidFrom"]),
        ValidTo = Day(texts["ValidTo"]),
        AcceptanceDays = int.TryParse(texts["AcceptanceDays"], NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) ? days : null,
        FromPerson = PersonForm.Of("FromPerson", texts),
        ToPerson = PersonForm.Of("ToPerson", texts),
    };

    /// <summary>Field → text, days as the browser's field writes them: what a form was filled in from.</summary>
    public Dictionary<string, string?> Texts() => new()
    {
        ["Number"] = Number,
        ["SignedOn"] = Text(SignedOn),
        ["ValidFrom"] = Text(ValidFrom),
        ["ValidTo"] = Text(ValidTo),
        ["AcceptanceDays"] = AcceptanceDays?.ToString(CultureInfo.InvariantCulture),
        ["FromPerson.Name"] = FromPerson.Name,
        ["FromPerson.Position"] = FromPerson.Position,
        ["FromPerson.Phone"] = FromPerson.Phone,
        ["FromPerson.Email"] = FromPerson.Email,
        ["ToPerson.Name"] = ToPerson.Name,
        ["ToPerson.Position"] = ToPerson.Position,
        ["ToPerson.Phone"] = ToPerson.Phone,
        ["ToPerson.Email"] = ToPerson.Email,
    };

    /// <summary>One of <see cref="Texts"/> for a reader.</summary>
    public static string Shown(string name, string? text) => text switch
    {
        null or "" => "пусто",
        _ when name is "SignedOn" or "ValidFrom" or "ValidTo" => Russian.Date(Day(text)!.Value),
        _ => text,
    };

    /// <summary>Of a form in which everything needed is filled in.</summary>
    public AgreementTerms Terms() => new(
        Number, SignedOn!.Value, ValidFrom!.Value, ValidTo, AcceptanceDays!.Value, FromPerson.Person(), ToPerson.Person());

    /// <summary>Field of the page at which a rule's sentence stands; empty: over the form.</summary>
    public static string FieldOf(string code) => code switch
    {
        "party-unknown" or "parties-misfit" or "parties-of-two-regions" => "Party",
        "number-unusable" or "number-taken" => "Input.Number",
        "signed-unlikely" => "Input.SignedOn",
        "begins-before-signed" or "begins-unlikely" or "another-in-force" => "Input.ValidFrom",
        "ends-before-beginning" or "ends-unlikely" => "Input.ValidTo",
        "acceptance-term" => "Input.AcceptanceDays",
        "from-person" => "Input.FromPerson.Name",
        "from-person-email" => "Input.FromPerson.Email",
        "to-person" => "Input.ToPerson.Name",
        "to-person-email" => "Input.ToPerson.Email",
        "no-reason" => "Reason",
        "ended-before-signed" or "ended-after-term" => "On",
        _ => "",
    };

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

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

        internal static PersonForm Of(string side, IReadOnlyDictionary<string, string?> texts) => new()
        {
            Name = texts[side + ".Name"] ?? "",
            Position = texts[side + ".Position"],
            Phone = texts[side + ".Phone"],
            Email = texts[side + ".Email"],
        };

        public ResponsiblePerson Person() => new(Name, Position, Phone, Email);
    }
}
