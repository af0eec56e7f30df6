using System.ComponentModel.DataAnnotations;
using Marshrut.Rules.Risk;

namespace Marshrut.Web.Pages.Risk.Methodologies.Region;

/// <summary>The parameters of a draft as a form; what the form does not carry (overrides, added characteristics) stays as it is.</summary>
public sealed class MethodologyForm
{
    [Display(Name = "Правило уровня")]
    public LevelRule Rule { get; set; }

    [Display(Name = "Баллов не меньше")]
    public int Points { get; set; } = 1;

    [Display(Name = "№ 1. Множитель к доле занятых")]
    [Required(ErrorMessage = "Напишите множитель, обычно 2")]
    public string Ratio { get; set; } = "2";

    [Display(Name = "№ 1. Наименьший выпуск")]
    public int MinCohort { get; set; }

    [Display(Name = "№ 1. Горизонт статистики, лет")]
    public int Horizon { get; set; }

    [Display(Name = "№ 11 и 12. Сведения действуют, месяцев")]
    public int StatedValidityMonths { get; set; }

    [Display(Name = "Прибавка выпускному курсу")]
    public int LastCourseBonus { get; set; }

    [Display(Name = "Прибавка выпускнику без работы")]
    public int GraduateWithoutWorkBonus { get; set; }

    [Display(Name = "Скидка за договор с работодателем")]
    public int OfferDiscount { get; set; }

    public List<CharacteristicForm> Characteristics { get; set; } = [];

    public static MethodologyForm Of(MethodologyParameters parameters) => new()
    {
        Rule = parameters.Rule,
        Points = parameters.Points,
        Ratio = parameters.EmploymentRatio.ToString(),
        MinCohort = parameters.MinCohort,
        Horizon = parameters.Horizon,
        StatedValidityMonths = parameters.StatedValidityMonths,
        LastCourseBonus = parameters.LastCourseBonus,
        GraduateWithoutWorkBonus = parameters.GraduateWithoutWorkBonus,
        OfferDiscount = parameters.OfferDiscount,
        Characteristics =
        [
            .. parameters.Characteristics.Take(Marshrut.Rules.Risk.Characteristics.FederalCount)
                .Select(row => new CharacteristicForm { Enabled = row.Enabled, Weight = row.Weight, Records = row.Records }),
        ],
    };

    /// <returns>Null where the ratio is no number.</returns>
    public MethodologyParameters? ApplyTo(MethodologyParameters parameters) => Rational.TryParse(Ratio, out var ratio)
        ? parameters with
        {
            Rule = Rule,
            Points = Points,
            EmploymentRatio = ratio,
            MinCohort = MinCohort,
            Horizon = Horizon,
            StatedValidityMonths = StatedValidityMonths,
            LastCourseBonus = LastCourseBonus,
            GraduateWithoutWorkBonus = GraduateWithoutWorkBonus,
            OfferDiscount = OfferDiscount,
            Characteristics =
            [
                .. parameters.Characteristics.Select((row, i) => i < Characteristics.Count
                    ? row with { Enabled = Characteristics[i].Enabled, Weight = Characteristics[i].Weight, Records = row.Records is null ? null : Characteristics[i].Records ?? row.Records }
                    : row),
            ],
        }
        : null;
}

public sealed class CharacteristicForm
{
    public bool Enabled { get; set; }

    public int Weight { get; set; }

    public RecordsRule? Records { get; set; }
}
