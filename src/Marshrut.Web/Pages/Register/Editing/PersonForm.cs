using System.ComponentModel.DataAnnotations;
using Marshrut.Core.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Marshrut.Web.Pages.Register.Editing;

/// <summary>What is typed of a person, as it is typed: the importer's rules read it.</summary>
public sealed class PersonForm
{
    [Display(Name = "Фамилия")]
    public string LastName { get; set; } = "";

    [Display(Name = "Имя")]
    public string FirstName { get; set; } = "";

    [Display(Name = "Отчество")]
    public string? MiddleName { get; set; }

    [Display(Name = "Дата рождения")]
    public string BirthDate { get; set; } = "";

    [Display(Name = "Пол")]
    public string? Sex { get; set; }

    [Display(Name = "СНИЛС")]
    public string? Snils { get; set; }

    [Display(Name = "Телефон")]
    public string? Phone { get; set; }

    [Display(Name = "Электронная почта")]
    public string? Email { get; set; }

    [Display(Name = "Район проживания")]
    public string? District { get; set; }

    [Display(Name = "Район после выпуска")]
    public string? DistrictAfter { get; set; }

    public static IReadOnlyList<SelectListItem> Sexes { get; } = [new("мужской", "м"), new("женский", "ж")];

    public static PersonForm Of(PersonValues person)
    {
        var texts = person.Fields().ToDictionary(field => field.Key, field => field.Text);
        return new PersonForm
        {
            LastName = person.LastName,
            FirstName = person.FirstName,
            MiddleName = person.MiddleName,
            BirthDate = texts["birthDate"]!,
            Sex = texts["sex"],
            Snils = person.Snils is { } snils ? Core.Platform.Text.Snils.Format(snils) : null,
            Phone = person.Phone,
            Email = person.Email,
            District = person.District,
            DistrictAfter = person.DistrictAfter,
        };
    }

    /// <summary>By the keys of the register's fields.</summary>
    public Dictionary<string, string?> Typed() => new()
    {
        ["lastName"] = LastName,
        ["firstName"] = FirstName,
        ["middleName"] = MiddleName,
        ["birthDate"] = BirthDate,
        ["sex"] = Sex,
        ["snils"] = Snils,
        ["phone"] = Phone,
        ["email"] = Email,
        ["district"] = District,
        ["districtAfter"] = DistrictAfter,
    };
}
