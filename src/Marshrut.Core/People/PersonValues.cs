using System.Globalization;
using Marshrut.Core.Platform.Text;
using Marshrut.Rules.Language;

namespace Marshrut.Core.People;

/// <summary>What the register holds of a person in plain columns; compared by value.</summary>
public sealed record PersonValues(
    string LastName,
    string FirstName,
    string? MiddleName,
    DateOnly BirthDate,
    Sex? Sex,
    string? Snils,
    string? Phone,
    string? Email,
    string? District,
    string? DistrictAfter,
    DateOnly? TransferConsentOn,
    DateOnly? RiskConsentOn)
{
    public string SortName => NameText.Normalize($"{LastName} {FirstName} {MiddleName}");

    public static PersonValues Of(Person person) => new(
        person.LastName, person.FirstName, person.MiddleName, person.BirthDate, person.Sex, person.Snils, person.Phone, person.Email,
        person.District, person.DistrictAfter, person.TransferConsentOn, person.RiskConsentOn);

    /// <summary>Field key → text as a reader sees it; null where empty. The keys are those of DOMAIN §5.</summary>
    public IEnumerable<(string Key, string? Text)> Fields()
    {
        yield return ("lastName", LastName);
        yield return ("firstName", FirstName);
        yield return ("middleName", MiddleName);
        yield return ("birthDate", Russian.Date(BirthDate));
        yield return ("sex", Sex switch { Rules.People.Sex.Male => "м", Rules.People.Sex.Female => "ж", _ => null });
        yield return ("snils", Snils);
        yield return ("phone", Phone);
        yield return ("email", Email);
        yield return ("district", District);
        yield return ("districtAfter", DistrictAfter);
        yield return ("consentTransfer", TransferConsentOn is { } transfer ? Russian.Date(transfer) : null);
        yield return ("consentRisk", RiskConsentOn is { } risk ? Russian.Date(risk) : null);
    }

    /// <summary>Reads one field back from its text (<see cref="Fields"/>): the way undo restores it.</summary>
    public PersonValues With(string key, string? text) => key switch
    {
        "lastName" => this with { LastName = text! },
        "firstName" => this with { FirstName = text! },
        "middleName" => this with { MiddleName = text },
        "birthDate" => this with { BirthDate = Day(text)!.Value },
        "sex" => this with { Sex = text switch { "м" => Rules.People.Sex.Male, "ж" => Rules.People.Sex.Female, _ => null } },
        "snils" => this with { Snils = text },
        "phone" => this with { Phone = text },
        "email" => this with { Email = text },
        "district" => this with { District = text },
        "districtAfter" => this with { DistrictAfter = text },
        "consentTransfer" => this with { TransferConsentOn = Day(text) },
        "consentRisk" => this with { RiskConsentOn = Day(text) },
        _ => this,
    };

    /// <summary>A new row with these values.</summary>
    public Person NewPerson(long id, long organizationId, byte[] fingerprint, byte[] facts)
    {
        var person = new Person
        {
            Id = id,
            OrganizationId = organizationId,
            LastName = LastName,
            FirstName = FirstName,
            SortName = "", // written with all the others below
            BirthDate = BirthDate,
            Fingerprint = fingerprint,
            Facts = facts,
        };
        WriteTo(person);
        return person;
    }

    public void WriteTo(Person person)
    {
        person.LastName = LastName;
        person.FirstName = FirstName;
        person.MiddleName = MiddleName;
        person.SortName = SortName;
        person.BirthDate = BirthDate;
        person.Sex = Sex;
        person.Snils = Snils;
        person.Phone = Phone;
        person.Email = Email;
        person.District = District;
        person.DistrictAfter = DistrictAfter;
        person.TransferConsentOn = TransferConsentOn;
        person.RiskConsentOn = RiskConsentOn;
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture);
}
