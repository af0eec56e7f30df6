using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Marshrut.Rules.Risk;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>One deviation as a form: for whom, what, why (DOMAIN §7).</summary>
public sealed class OverrideForm
{
    [Display(Name = "Для кого")]
    [Required(ErrorMessage = "Выберите, для кого")]
    public string Scope { get; set; } = "";

    [Display(Name = "Код направления")]
    public string? Programme { get; set; }

    [Display(Name = "Что меняется")]
    [Required(ErrorMessage = "Выберите, что меняется")]
    public string What { get; set; } = "";

    [Display(Name = "№ характеристики")]
    public int? Number { get; set; }

    [Display(Name = "Значение")]
    [Required(ErrorMessage = "Напишите значение")]
    public string Value { get; set; } = "";

    [Display(Name = "Причина")]
    [Required(ErrorMessage = "Напишите причину")]
    public string Reason { get; set; } = "";

    [Display(Name = "Документ")]
    [Required(ErrorMessage = "Напишите документ")]
    public string Document { get; set; } = "";

    [Display(Name = "Дата документа")]
    [Required(ErrorMessage = "Выберите дату")]
    public DateOnly? Date { get; set; }

    /// <returns>Null and a sentence where something cannot be read.</returns>
    public (MethodologyOverride? Override, string? Problem) Read(string author)
    {
        OverrideScope? scope = Scope.Split(':') switch
        {
            ["programme"] when ProgrammeCode(Programme) is { } code => new OverrideScope.OfProgramme(code),
            ["category", var name] when Enum.TryParse<EducationLevel>(name, out var level) => new OverrideScope.OfCategory(level),
            ["kind", var name] when Enum.TryParse<OrganizationKind>(name, out var kind) => new OverrideScope.OfKind(kind),
            _ => null,
        };
        if (scope is null)
        {
            return (null, "Не понять, для кого значение. Для направления напишите код из трёх пар цифр, например 09.02.07.");
        }

        var number = Number ?? 0;
        OverrideChange? change = What switch
        {
            "ratio" when Rational.TryParse(Value, out var ratio) => new OverrideChange.EmploymentRatio(ratio),
            "rate" when Percent() is { } rate => new OverrideChange.ReferenceRate(rate),
            "cohort" when Whole() is { } cohort => new OverrideChange.MinCohort(cohort),
            "weight" when Whole() is { } weight => new OverrideChange.Weight(number, weight),
            "enabled" when Value.Trim().ToLowerInvariant() is "да" or "нет" => new OverrideChange.Enabled(number, Value.Trim().Equals("да", StringComparison.OrdinalIgnoreCase)),
            _ => null,
        };
        return change is null
            ? (null, "Значение не читается. Напишите число, для доли — проценты, для «учитывается» — да или нет.")
            : (new MethodologyOverride(scope, change, Reason.Trim(), Document.Trim(), Date!.Value, author), null);
    }

    private int? Whole() => int.TryParse(Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Rational? Percent() => Rational.TryParse(Value.Replace("%", "", StringComparison.Ordinal).Trim(), out var share) && share.Denominator * 100 <= Rational.Limit
        ? new Rational(share.Numerator, share.Denominator * 100)
        : null;

    private static string? ProgrammeCode(string? text) =>
        text?.Trim() is { Length: 8 } code && code[2] == '.' && code[5] == '.' && code.Where((_, i) => i is not (2 or 5)).All(char.IsAsciiDigit) ? code : null;
}
